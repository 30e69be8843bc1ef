"""The room's verb."""

from tawatur.packs import Packs
from tawatur.records import Reading


def resolve(reading: Reading, packs: Packs) -> Reading:
    """Resolve times first (the report's date may follow from them), then places, then parties."""
    return reading
