"""Tawatur reads reports about sieges and the talks over ending them, and keeps every line tied to its sentence.

`records` says what a thing is; `desk` holds the use cases; `interfaces` show them. See docs/rooms.md.
"""

__version__ = "0.1.0"
