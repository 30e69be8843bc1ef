"""The command line: `tawatur`. Parses, calls the desk, shows; no question is answered here."""

from tawatur.interfaces.cli.app import main

__all__ = ["main"]
