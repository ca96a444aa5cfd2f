"""The pieces of the page on which the room chooses what to work on."""
