"""The pieces of the page on which questions are asked before any problem."""
