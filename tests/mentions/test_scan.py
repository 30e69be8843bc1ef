"""The pass over the lexicon: what lies inside something longer is not told, but for what counts or is told on purpose."""

from hypothesis import given
from hypothesis import strategies as st

from tawatur.records import Mention
from tests.mentions.annotated import annotated
from tests.text import texts


def found(text: str, kind: str, language: str = "en") -> list[str]:
    """The headwords of a kind that stand in a text, each once."""
    return list(dict.fromkeys(m.form for m in annotated(text, language).mentions if m.kind == kind))


def test_a_longer_name_swallows_a_shorter_one() -> None:
    assert found("The Arakan Army left.", "actor") == ["Arakan Army"]
    assert "Syria" not in found("The Syrian Observatory for Human Rights spoke.", "place")


def test_a_place_in_the_name_of_a_group_is_no_place() -> None:
    assert found("Libyan National Army soldiers spoke.", "place") == []


def test_what_a_number_counts_is_told_inside_a_name() -> None:
    assert "prisoner" in found("Some 50 Palestinian prisoners were freed.", "counted")


def test_a_longer_term_swallows_a_shorter_one() -> None:
    assert found("دعا إلى وقف إطلاق النار", "terms", "ar").count("أطلق النار") == 0
    assert "وقف إطلاق النار" in found("دعا إلى وقف إطلاق النار", "terms", "ar")


def test_a_phrase_of_function_words_swallows_a_term() -> None:
    reading = annotated("They left for fear of shelling, owing to delays.")
    roles = [m.attrs["role"] for m in reading.mentions if m.kind == "function" and m.last - m.first > 1]
    assert roles.count("because") == 2


def test_a_term_may_let_what_it_holds_be_told() -> None:
    classes = {m.attrs["class"] for m in annotated("Both reached an agreement.").mentions if m.kind == "terms"}
    assert {"event", "state", "deal"} <= classes


def test_clitics_are_features() -> None:
    (mention,) = [m for m in annotated("وللحوثيين مطالب", "ar").mentions if m.kind == "actor"][:1]
    assert {"and", "to"} <= mention.features


@given(st.lists(st.sampled_from(["the Arakan Army", "no truce", "Islamic State in Iraq", "call for a ceasefire",
                                 "وقف إطلاق النار", "حركة حماس", "“", "”", ",", ".", "50", "prisoners", "رفضت"]), max_size=12).map(" ".join) | texts)
def test_mentions_stand_where_they_say_and_never_nest_within_their_kind(text: str) -> None:
    reading = annotated(text)
    kinds: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        assert reading.tokens[mention.first].start == mention.start < mention.end == reading.tokens[mention.last - 1].end
        if not mention.attrs.get("inner"):
            kinds.setdefault(mention.kind, []).append(mention)
    for same in kinds.values():
        assert not [1 for one in same for other in same if one.first < other.first and other.last <= one.last
                    and one.last - one.first > 1]
