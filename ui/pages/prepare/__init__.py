"""Step 1, Prepare: customer, participants, agenda, received list and files."""
