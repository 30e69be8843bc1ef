"""Property tests have no deadline: a busy machine is no bug. In CI they try the same cases each time; elsewhere chance finds new ones.

What is made of the packs is kept in pytest's cache folder, and not in the user's.
"""

import os

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("patient")


def pytest_configure(config: pytest.Config) -> None:
    cache = getattr(config, "cache", None)  # there is none where its plugin is turned off
    if cache is not None:
        os.environ["TAWATUR_CACHE"] = str(cache.mkdir("tawatur"))
