"""Which tokens are probably wrong, why, and what they probably are."""
