"""What a user can do: commands, the session through which they run, queries and imports."""
