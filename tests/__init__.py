"""Tests mirror the rooms; `house` tests the house itself, `docs` what the pages say, `samples` the bundled reports."""
