"""Document data in the window: title, persons, dates and places, and tables of them."""
