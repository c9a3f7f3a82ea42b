"""ALTO 4: corrected words in their boxes, with what the machine read."""
