"""The folders of the user's own catalogues, in private mode."""
