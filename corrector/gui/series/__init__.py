"""The same wrong reading changed in many places, each of them seen and ticked."""
