"""The preview of a paper, before it is exported or printed."""
