"""An averaged perceptron over sparse features: plain dictionaries, the same weights for the same examples in the same order."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path


class Perceptron:
    """Weights by feature and label. Learns by `adjust`, once an example; `average` when all have been seen."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        self.weights: dict[str, dict[str, float]] = {}
        self._totals: dict[tuple[str, str], float] = {}
        self._since: dict[tuple[str, str], int] = {}
        self._seen = 0

    def scores(self, features: Iterable[str]) -> dict[str, float]:
        """What each label scores on these features."""
        found = dict.fromkeys(self.labels, 0.0)
        for feature in features:
            for label, weight in self.weights.get(feature, {}).items():
                found[label] += weight
        return found

    def adjust(self, label: str, features: Iterable[str], by: float) -> None:
        """Move a label's weights towards or away from these features."""
        for feature in features:
            row, key = self.weights.setdefault(feature, {}), (feature, label)
            weight = row.get(label, 0.0)
            self._totals[key] = self._totals.get(key, 0.0) + (self._seen - self._since.get(key, 0)) * weight
            self._since[key] = self._seen
            row[label] = weight + by

    def step(self) -> None:
        """One more example has been seen."""
        self._seen += 1

    def average(self) -> None:
        """Put in place of each weight its mean over all examples; what is as good as nothing falls away."""
        for feature, row in self.weights.items():
            for label, weight in row.items():
                key = (feature, label)
                total = self._totals.get(key, 0.0) + (self._seen - self._since.get(key, 0)) * weight
                row[label] = round(total / max(self._seen, 1), 3)
        kept = {feature: {label: weight for label, weight in row.items() if weight} for feature, row in self.weights.items()}
        self.weights = {feature: row for feature, row in kept.items() if row}

    def save(self, path: Path) -> None:
        """Write the weights as JSON, in an order that does not change."""
        path.parent.mkdir(parents=True, exist_ok=True)
        held = {"labels": self.labels, "weights": dict(sorted(self.weights.items()))}
        path.write_text(json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")

    @classmethod
    def restored(cls, path: Path) -> "Perceptron":
        held = json.loads(path.read_text(encoding="utf-8"))
        one = cls(held["labels"])
        one.weights = held["weights"]
        return one


def best(scores: dict[str, float]) -> str:
    """The label of the highest score; the first of those that are alike."""
    return max(scores, key=scores.__getitem__)
