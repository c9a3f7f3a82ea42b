"""PAGE 2019: corrected lines and words in their places, with what the machine read."""
