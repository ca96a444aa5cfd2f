"""The folders of catalogues of one's own, in private mode."""
