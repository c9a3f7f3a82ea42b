"""Working with others in the window: whose a page is just now, and what others did meanwhile."""
