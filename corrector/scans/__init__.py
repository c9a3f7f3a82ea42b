"""Scans and texts on the disk: found, grouped, ordered, paired and opened safely."""
