"""What the README tells people to type exists, and its links lead somewhere."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from docs.excerpts import BLOCK, README, TAWATUR
from tests.house.plan import HOME

PAGES = sorted([*HOME.glob("*.md"), *(HOME / "docs").glob("*.md")])
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
TYPED = "\n".join(SHELL.findall(README.read_text(encoding="utf-8"))).split("\n")
NEXT = re.findall(r"\.venv/bin/tawatur.*", (HOME / "docs" / "next.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", [line for line in TYPED if line.startswith("make ")])
def test_a_make_command_is_a_target(command: str) -> None:
    targets = re.findall(r"^([a-z]+):", (HOME / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert command.split()[1] in targets


@pytest.mark.parametrize("command", [line for line in TYPED + NEXT if "tawatur" in line])
def test_a_command_and_its_options_exist(command: str) -> None:
    words = shlex.split(command)[1:]
    if words[0].startswith("-"):
        words = ["", *words]
    shown = subprocess.run([str(TAWATUR), *filter(None, words[:1]), "--help"], capture_output=True, encoding="utf-8", check=False,
                           env={"COLUMNS": "200", "NO_COLOR": "1", "PYTHONUTF8": "1"})
    assert shown.returncode == 0, shown.stderr
    missing = [word for word in words if word.startswith("--") and word not in shown.stdout]
    assert not missing, f"`{command}`: no such option: {missing}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    dead = [link for link in links if not link.startswith(("http:", "https:")) and not (page.parent / link).exists()]
    assert not dead, f"{page.name} links to what is not there: {dead}"


def test_the_readme_shows_real_output() -> None:
    assert BLOCK.search(README.read_text(encoding="utf-8")), "README.md has no excerpt of real output"
