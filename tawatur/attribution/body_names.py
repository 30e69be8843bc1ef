"""How the names of bodies are written, where capitals show the names: with small words inside them."""

from tawatur.attribution.line import Line

JOINTS = frozenset("-‐‑–/&.")
"""Marks that tie the words of a name together."""


def titled_body(line: Line, first: int, core: int) -> bool:
    """Whether capitals stand on both sides of a small word: "Doctors for Peace", a body's name."""
    office = line.mention(first, "voices", "titles")
    if office is not None and (office.kind == "titles" or office.attrs.get("kind") != "unnamed"):
        return False
    joints = [j for j in range(first + 1, core - 1) if line.has(j, "inname") and not line.capital(j) and line.kind(j) == "word"]
    rest = (line.capital(j) or line.form(j) in JOINTS for j in range(first, core) if j not in joints)
    return bool(joints) and all(rest) and not line.place(first) and any(line.has(j, "preposition") for j in joints)


def body_behind(line: Line, start: int, core: int) -> bool:
    """Whether what an office governs ends with a word for a body: "spokesman for Alpha's Joint Command"."""
    bodies = ("organisation", "body", "agency")
    noun = any(m.kind == "voices" and m.last == core and m.attrs.get("kind") in bodies
               for j in range(start, core) for m in line.at.get(j, ()))
    return noun or line.has(core - 1, "bodyword")
