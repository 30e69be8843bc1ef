"""Property tests have no deadline: a busy machine is no bug. In CI they try the same cases each time; elsewhere chance finds new ones."""

import os

from hypothesis import settings

settings.register_profile("patient", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("patient")
