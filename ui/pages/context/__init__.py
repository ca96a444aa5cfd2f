"""Step 2, Context: questions from the bank and their answers."""
