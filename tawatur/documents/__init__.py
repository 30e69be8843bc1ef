"""What comes before meaning: formats, charsets, languages, labelled blocks, sentences; refuses to understand a word.

`read` turns files into documents, `segment` a document into a reading with tokens and sentences.
"""

from tawatur.documents.handed import LIMITS, Handed, Hints, Limits
from tawatur.documents.read import read
from tawatur.documents.segment import segment

__all__ = ["LIMITS", "Handed", "Hints", "Limits", "read", "segment"]
