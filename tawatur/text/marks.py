"""Marks of writing that several scripts share."""

QUOTES = frozenset('"“”«»')
"""Marks that open or close a quotation, or set off a name."""
APOSTROPHES = frozenset("'’")
"""What the token of a possessive begins with, in scripts that have one."""
HYPHENS = frozenset("-‐‑")
"""Marks that join two tokens into one word."""
COMMAS = frozenset(",،")
STRETCH = "\u0640"
"""The line that stretches a word or, alone, stands for a dash (tatweel)."""
