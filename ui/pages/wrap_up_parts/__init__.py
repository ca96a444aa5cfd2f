"""Parts of the page on which the session is wrapped up."""
