"""Reading lists and files from other people and programs."""
