"""Loaded words: whoever is called by them, what is claimed stays the same."""
