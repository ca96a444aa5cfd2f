"""Step 6, Solve: answers from the catalogue, cards and outcomes."""
