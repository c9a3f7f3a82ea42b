"""Formats that a record can be written in."""
