"""The room's verb."""

from dataclasses import replace

from tawatur.packs import Packs
from tawatur.records import Reading
from tawatur.resolution.actors import actors
from tawatur.resolution.places import places
from tawatur.resolution.scene import scene_of
from tawatur.resolution.times import times


def resolve(reading: Reading, packs: Packs) -> Reading:
    """Resolve times first (the report's date may follow from them), then places, then parties."""
    reading = times(reading)
    asked = {locality.name: packs.gazetteer.spelling.words(locality.name) for locality in reading.localities}
    scene = scene_of(reading, asked, packs)
    found = places(reading, scene, packs)
    return replace(reading, localities=found, parties=actors(reading, scene, packs), country=scene.country)
