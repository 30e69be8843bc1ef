"""Marks of writing that several scripts share."""

QUOTES = frozenset('"“”«»')
"""Marks that open or close a quotation, or set off a name."""
APOSTROPHES = frozenset("'’")
"""What the token of a possessive begins with, in scripts that have one."""
HYPHENS = frozenset("-‐‑")
"""Marks that join two tokens into one word."""
COMMAS = frozenset(",،")
PAUSES = COMMAS | frozenset(";؛")
"""Marks at which a sentence pauses and goes on: commas and semicolons."""
PLACE_ENDS = COMMAS | frozenset("(")
"""What stands behind the place of a dateline: before the day, or the agency."""
STRETCH = "\u0640"
"""The line that stretches a word or, alone, stands for a dash (tatweel)."""
