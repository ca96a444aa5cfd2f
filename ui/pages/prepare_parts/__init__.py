"""The sections of Prepare, each a widget of its own; a section knows its private fields too."""
