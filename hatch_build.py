"""Compiles the gazetteer when the package is built or installed, so that no generated table lies in the repository."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TABLE = Path("tawatur/knowledge/gazetteer/geonames.sqlite")
MADE_FROM = ("tawatur/knowledge/gazetteer/*.yaml", "tawatur/packs/gazetteer/*.py", "tawatur/text/folding.py",
             "tawatur/knowledge/languages/*/folding.csv")


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the table where it is missing or older than what it is made from; editable installs find it in the source tree."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it gathers the files of the wheel."""
        root = Path(self.root)
        table = root / TABLE
        newest = max(path.stat().st_mtime for pattern in MADE_FROM for path in root.glob(pattern))
        if not table.exists() or table.stat().st_mtime < newest:
            sys.path.insert(0, str(root))
            try:
                from tawatur.packs.gazetteer.__main__ import main

                main()
            finally:
                sys.path.remove(str(root))
        build_data["artifacts"].append(TABLE.as_posix())
