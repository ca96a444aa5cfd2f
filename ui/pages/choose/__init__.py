"""Step 5, Choose: dots or a show of hands, and which problems are worked on."""
