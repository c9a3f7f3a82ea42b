"""Export in the window: what, how and where to, how it will look, and what was written."""
