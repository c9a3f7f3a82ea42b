"""A page laid out: the words of its text in their places on the scan, line by line."""
