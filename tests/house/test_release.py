"""The version is said once, and the changelog agrees."""

import re

import tawatur
from tests.house.plan import HOME


def test_the_changelog_begins_with_this_version() -> None:
    heads = re.findall(r"^## (\S+)", (HOME / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heads, "CHANGELOG.md has no version"
    assert heads[0] == tawatur.__version__, f"CHANGELOG.md begins with {heads[0]}, the package is {tawatur.__version__}"


def test_the_licence_is_there_whole() -> None:
    licence = (HOME / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence, "LICENSE is cut short"
    assert "GeoNames" in (HOME / "NOTICE").read_text(encoding="utf-8")
