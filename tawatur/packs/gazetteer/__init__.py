"""Places of the world by name, by consonant skeleton and by id; proposes holders of a name and never chooses one.

Three layers, the first the most trusted: the curated rows of the contexts (and of the user's folders), the tables that the user
imported (`import_file`), and the gazetteer that is compiled when the package is installed (`python -m tawatur.packs.gazetteer`).
"""

from tawatur.packs.gazetteer.imports import BUILT, import_file
from tawatur.packs.gazetteer.lookup import FOLDER, Gazetteer, Holder, opened
from tawatur.packs.gazetteer.spelling import Spelling

__all__ = ["BUILT", "FOLDER", "Gazetteer", "Holder", "Spelling", "import_file", "opened"]
