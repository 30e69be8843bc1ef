"""The room's verb."""

from dataclasses import replace

from tawatur.packs import Packs
from tawatur.records import Reading
from tawatur.resolution.actors import actors
from tawatur.resolution.places import places
from tawatur.resolution.times import times


def resolve(reading: Reading, packs: Packs) -> Reading:
    """Resolve times first (the report's date may follow from them), then places, then parties."""
    reading = times(reading)
    return replace(reading, localities=places(reading, packs), parties=actors(reading, packs))
