"""The start page: today's workshop, the sample, and the records."""
