"""Reading lists that others wrote: pasted text, text files, CSV."""
