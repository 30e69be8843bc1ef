"""Train the tagger, and compare it with the rules (`python -m bench.learned train|compare`).

    python -m bench.learned train [--count 3000] [--seed 1] [--folder build/learned]
    python -m bench.learned compare [--folder build/learned]

`train` draws twice that many invented texts a language and writes the weights, in some three minutes of one core; the same seed
gives the same weights. `compare` needs ../shared, and writes bench/learned.json.
"""

import argparse
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench import polnear
from bench.evaluate import commit
from bench.learned.compare import LANGUAGES, at_first_sight, compare, on_polnear
from bench.learned.grammar import samples
from bench.learned.speech import Speech
from bench.learned.stances import Stances
from bench.scores import SCORER
from tawatur.packs import Packs, load

HERE = Path(__file__).parent
WRITTEN = HERE.parent / "learned.json"
FOLDER = HERE.parents[1] / "build" / "learned"
WIDE = "wishes"
"""The folder of the tagger to whom wishes and refusals are attributions too, as they are to PolNeAR."""


def train(folder: Path, count: int, seed: int, packs: Packs) -> None:
    """Learn from invented texts, and write the weights, with what they were learned from."""
    begun = time.perf_counter()
    drawn: dict[str, int] = {}
    for language in LANGUAGES:
        texts = list(samples(language, count, seed, packs))
        Stances.learned(texts, seed, packs).save(folder / language)
        spoken = list(samples(language, count, seed, packs, "spoken"))
        Speech.learned(spoken, seed, packs).save(folder / language)
        if language == "en":
            Speech.learned(spoken, seed, packs, wishes=True).save(folder / WIDE)
        drawn[language] = len(texts) + len(spoken)
        print(f"{language}: learned from {drawn[language]} texts, {time.perf_counter() - begun:.0f} s")
    size = sum(path.stat().st_size for language in LANGUAGES for path in (folder / language).glob("*.json"))
    about = {"texts": drawn, "seed": seed, "megabytes": round(size / 1e6, 1)}
    (folder / "about.json").write_text(json.dumps(about) + "\n", encoding="utf-8")


def measure(folder: Path, packs: Packs) -> dict[str, Any]:
    """Compare what was trained with the rules."""
    stances = {language: Stances.restored(folder / language) for language in LANGUAGES}
    speech = {language: Speech.restored(folder / language) for language in LANGUAGES}
    found = {"commit": commit(),
             "trained": json.loads((folder / "about.json").read_text(encoding="utf-8")), **compare(stances, speech, packs)}
    found["rules at first sight"] = at_first_sight()
    if polnear.CORPUS.is_dir():
        known = polnear.measure(packs, polnear.CORPUS)
        rules = {kind: {key: row[key] for key in ("precision", "recall", "f1")} for kind, row in known.items()}
        found["polnear"] = {"rules": rules, "learned": on_polnear(Speech.restored(folder / WIDE), packs)}
    return found


def shown(found: Mapping[str, Any]) -> None:
    for task in ("positions", "chains"):
        for way, sets in found[task].items():
            print(f"{task}, {way}")
            for name, row in sets.items():
                print(f"  {name:8}", *(f"{who} {one['found']}/{one['gold']} P {one['precision']} F1 {one['f1']} "
                                       for who, one in row.items()))
    print(f"rules at first sight: {found['rules at first sight']}\nPolNeAR: {found.get('polnear')}\nmargins: {found['margins']}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.learned", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("step", choices=("train", "compare"))
    parser.add_argument("--count", type=int, default=3000, help="texts a language, for positions and for attribution each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the weights are")
    given = parser.parse_args()
    if given.step == "train":
        train(given.folder, given.count, given.seed, load())
        return
    if not SCORER.is_file():
        raise SystemExit("../shared is not here: there is nothing to compare on.")
    if not (given.folder / "about.json").is_file():
        raise SystemExit(f"{given.folder}: no weights there; run `python -m bench.learned train` first")
    found = measure(given.folder, load())
    WRITTEN.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    shown(found)


if __name__ == "__main__":
    main()
