"""Editorial marks in the window: set by key, filled in a little form, listed, proposed."""
