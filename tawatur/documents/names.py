"""What a report is called: one harmless line, whatever its giver wrote."""

import unicodedata

LONGEST = 120
_SEPARATORS = str.maketrans({"/": "_", "\\": "_", "\0": " "})


def harmless(name: str, otherwise: str = "unnamed") -> str:
    """A name without control characters, bidi overrides, path separators and leading dots; never empty, never long."""
    kept = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in name.translate(_SEPARATORS))
    short = " ".join(kept.split()).lstrip(".")[:LONGEST].strip()
    return short or otherwise
