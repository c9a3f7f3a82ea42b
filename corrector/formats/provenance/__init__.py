"""Writes who did what to a text when, as PROV-JSON."""
