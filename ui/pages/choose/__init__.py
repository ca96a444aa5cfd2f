"""Step 5, Choose: dots or a show of hands, and what is worked on."""
