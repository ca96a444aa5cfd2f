"""Parts of the settings and of the pages they lead to."""
