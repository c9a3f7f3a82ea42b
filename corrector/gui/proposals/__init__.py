"""What a new reading of the scan proposes, gone through difference by difference."""
