"""What things cost, each measured beside a floor in the same run and told as a ratio to it."""
