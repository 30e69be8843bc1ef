"""What shows, in scripts without capitals, that a noun phrase is over: a noun of its own, an object, a verb's complement."""

from tawatur.attribution.line import ATTACHED, Line
from tawatur.records import Mention

VERB = 4  # letters of a verb with what begins it, at least
OWNED = 5
"""Letters that a word with a pronoun written onto it has more than: names may end so, but short ones."""
NAMED = 5
"""Words of a party's name, at most."""
SEVERAL = frozenset({"plural", "dual"})


def counted(line: Line, at: int) -> bool:
    """Whether a word carries a preposition and tells what was done ("confirmed the-death"): no part of an office."""
    held = line.at.get(at, ())
    return (
        any(mention.kind in ("measures", "terms", "counted") for mention in held)
        and all("by" in mention.features for mention in held)
        and line.mention(at, "voices", "titles", "actor", "outlet", "person") is None
    )


def done_to(line: Line, first: int, at: int) -> bool:
    """Whether a definite noun behind a person's name is what the verb is done to: "criticised Ada Roy the-silence"."""
    article = line.words.article
    if not article or not line.form(at).startswith(article) or line.has(at, "adjective") or at - first < 2:
        return False
    noun = line.mention(at, "voices", "titles")
    plural = any(mention.kind == "voices" and "plural" in mention.features for mention in line.at.get(at, ()))
    if noun is not None and not plural and noun.attrs.get("kind") not in ("organisation", "agency", "body"):
        return False  # an office in apposition
    if line.mention(at, "nationalities") is not None:
        return False
    if line.form(at - 1).startswith(article):
        return bare(line, at - 2) and line.mention(at - 1, "voices", "titles", "nationalities") is None
    further = line.form(at + 1).startswith(article) and line.mention(at + 1, "voices", "titles", "nationalities") is None
    return bare(line, at - 1) and bare(line, at - 2) and (further or bool(line.at.get(at)))


def noun_beyond(line: Line, at: int) -> bool:
    """Whether a definite noun of its own follows a phrase that a definite word has closed: what the verb is done to."""
    article = line.words.article
    if (
        not article
        or not line.form(at).startswith(article)
        or not line.form(at - 1).startswith(article)
        or line.has(at, "either")
    ):
        return False
    if line.mention(at, "titles") is not None:
        return False
    noun = line.mention(at, "voices")
    if noun is not None:
        return noun.attrs.get("kind") in ("organisation", "agency", "body") and "and" not in noun.features
    counted = line.mention(at, "counted")
    return counted is not None and counted.attrs.get("unit") != "people" and "and" not in counted.features


def attribute(line: Line, first: int, at: int) -> bool:
    """Whether a word that the packs know follows a full name, and governs what stands behind it: "Ada Roy the-truth of this"."""
    named = at - first >= 2 and bare(line, at - 2) and (bare(line, at - 1) or _family(line, at - 1))
    if not named or line.has(at, "nameprefix"):
        return False
    governs = _governs(line, at)
    known = any(mention.kind in ("terms", "measures") for mention in line.at.get(at, ())) or line.has(at, "domain")
    return governs and known and not line.form(at).startswith(line.words.article)


def deed_behind(line: Line, at: int) -> bool:
    """Whether a noun of doing follows a definite word: "the-source the-leaving of a convoy", which is no name of his."""
    return line.form(at - 1).startswith(line.words.article) and deed(line, at) and _governs(line, at)


def owned_behind(line: Line, at: int) -> bool:
    """Whether a word with a pronoun written onto it follows a definite one: "the-factions their-sharing", denied by them."""
    written = line.words_of(at, at + 1)
    owned = len(written) > OWNED and written.endswith(line.words.possessed) and not line.form(at).startswith(line.words.article)
    body = line.mention(at, "titles", "actor", "outlet", "person", "place")
    if not owned or body is not None or not line.form(at - 1).startswith(line.words.article) or line.has(at, "namesuffix"):
        return False
    return line.has(at + 1, "preposition") or _governs(line, at)


def _governs(line: Line, at: int) -> bool:
    """Whether a word has its complement behind it: a definite word, a number, what is somebody's, a known noun, a place."""
    behind = line.form(at + 1)
    if behind.startswith(line.words.article) or line.has(at + 1, "demonstrative") or line.kind(at + 1) == "number":
        return True
    owned = len(behind) > VERB and line.words_of(at + 1, at + 2).endswith(line.words.possessed)
    nouns = ("counted", "terms", "measures")
    known = any(mention.kind in nouns and not mention.features & (ATTACHED | {"past"}) for mention in line.at.get(at + 1, ()))
    return owned or known or line.place(at + 1)


def abbreviated(line: Line, at: int) -> bool:
    """Whether a full stop only shortens the title before it: "Dr. Ada Roy"."""
    short = line.form(at) == "." and len(line.form(at - 1)) == 1 and at + 1 < line.last and line.kind(at + 1) == "word"
    return short and any(m.kind == "titles" for m in line.at.get(at - 1, ()))


def office_behind(line: Line, at: int) -> bool:
    """Whether another party, or an office without article, follows a party's name: whom the party told."""
    near = (line.name(j) for j in range(at - NAMED, at))
    named = next((name for name in near if name is not None and name.last == at), None)
    office = line.mention(at, "voices")
    whole = line.name(at)
    nation = line.form(at - 1).startswith(line.words.article) and line.mention(at - 1, "nationalities") is not None
    closed = nation or (named is not None and named.kind == "actor")
    if closed and office is None and whole is not None and whole.kind == "actor":
        return "and" not in whole.features and not whole.features & ATTACHED
    if named is None or named.kind != "actor" or office is None or office.attrs.get("kind") not in ("office", "person"):
        return False
    if "and" in office.features or line.mention(at, "titles") is not None:
        return False
    return not bare(line, office.last) or not line.form(at).startswith(line.words.article)


def deed(line: Line, at: int) -> bool:
    """Whether a word without article is a noun of doing, and nothing that names anybody."""
    if line.kind(at) != "word" or line.has(at + 1, "namesuffix"):
        return False
    held = line.at.get(at, ())
    deeds = any(m.kind in ("terms", "measures") and m.attrs.get("pos") == "verb" and "noun" in m.features for m in held)
    return deeds and not line.form(at).startswith(line.words.article) and not line.has(at, "nameprefix")


def _family(line: Line, at: int) -> bool:
    """Whether a word with an article that nobody knows ends a name: "Ada al-Roy"."""
    return line.form(at).startswith(line.words.article) and not line.at.get(at) and not line.has(at, "adjective", "ordinary")


def paper(line: Line, first: int, at: int) -> bool:
    """Whether a paper or a picture without article is what somebody published: "the channel aired pictures"."""
    noun, opening = line.mention(at, "voices"), line.mention(first, "voices")
    return (
        noun is not None
        and noun.attrs.get("kind") == "document"
        and not line.form(at).startswith(line.words.article)
        and opening is not None
        and opening.attrs.get("kind") in ("organisation", "agency", "body")
    )


def closed(line: Line, at: int) -> bool:
    """Whether a definite word has closed a body's name, so that a word without article is what the verb is done to."""
    article = line.words.article
    form = line.form(at)
    return (
        bool(article)
        and line.form(at - 1).startswith(article)
        and line.kind(at) == "word"
        and not form.startswith(article)
        and not any(form.startswith(strip) for strip, _, feature in line.words.attached if feature in ATTACHED)
        and line.mention(at, "actor", "outlet", "place", "person", "voices", "titles") is None
        and not line.place(at)
    )


def another(line: Line, at: int, crowd: bool) -> bool:
    """Whether a name stands beside a noun that has its complement already: the verb's object, and no part of the phrase."""
    name = line.name(at)
    agency = line.mention(at, "voices")
    if crowd and agency is not None and agency.attrs.get("kind") == "agency" and not agency.features & (ATTACHED | {"and"}):
        return not line.has(at - 1, "domain", "agent", "adjective", "reporter")
    if crowd and name is not None and name.kind == "outlet" and "and" not in name.features and not line.has(at - 1, "reporter"):
        return True
    if (name is None and not (crowd and line.place(at))) or (name is not None and "and" in name.features):
        return False
    if line.has(at - 1, "domain", "agent", "adjective") or line.mention(at - 1, "voices", "titles") is not None:
        return False
    return not crowd or not line.form(at - 1).startswith(line.words.article)


def beyond(line: Line, at: int, mention: Mention | None, head: Mention | None) -> bool:
    """Whether a definite noun's phrase is over: a bare word or another name follows, which nothing joins to it."""
    if mention is not None and "and" in mention.features:
        return False
    if mention is not None and mention.kind in ("actor", "outlet", "person"):
        return True
    if (
        mention is not None
        and mention.attrs.get("kind") in ("organisation", "body", "agency")
        and {"definite", "plural"} <= mention.features
    ):
        return True  # "the residents the organisations": whom they call upon
    if mention is not None and mention.kind == "voices" and line.described(at, mention.last) is not None and _crowd(line, head):
        return True  # "the residents the aid workers"
    if head is not None and not head.features & SEVERAL and several(line, at):
        return True  # "the council the civilians": no adjective of one body
    return line.kind(at) == "word" and not line.form(at).startswith(line.words.article) and not line.has(at, "agent")


def _crowd(line: Line, head: Mention | None) -> bool:
    return head is not None and several(line, head.first)


def several(line: Line, at: int) -> bool:
    """Whether a definite noun for several stands here, which nothing joins to what is before it."""
    held = line.at.get(at, ())
    nouns = [mention for mention in held if mention.kind in ("voices", "counted")]
    both = any(mention.attrs.get("role") == "both" for mention in held)
    return (
        (both or any(mention.features & SEVERAL for mention in nouns))
        and not any("and" in mention.features for mention in nouns)
        and line.form(at).startswith(line.words.article)
    )


def new_phrase(line: Line, first: int, at: int) -> bool:
    """Whether a noun of its own begins: behind "local sources" no bare word governs a definite one."""
    article = line.words.article
    return (
        bool(article)
        and line.mention(at, "voices", "titles") is None
        and line.mention(at - 1, "voices") is None
        and not any(line.form(j).startswith(article) for j in range(first, at + 1))
        and line.form(at + 1).startswith(article)
    )


def bare(line: Line, at: int) -> bool:
    """Whether a word is none that the packs know to speak, to name or to belong to an office, and has no article."""
    return (
        line.kind(at) == "word"
        and not line.form(at).startswith(line.words.article)
        and not line.has(at, "adjective", "domain", "preposition", "indefinite", "agent", "inname")
        and line.mention(at, "voices", "titles", "actor", "outlet", "place", "nationalities", "counted") is None
    )


def prepositional(line: Line, at: int, office: bool) -> bool:
    """Whether the packs know a word only with a preposition written onto it."""
    held = line.at.get(at, ())
    names = any(mention.kind in ("voices", "titles", "actor", "outlet", "person", "place") for mention in held)
    return bool(held) and not names and not office and all(mention.features & ATTACHED for mention in held)


def does(line: Line, first: int, at: int) -> bool:
    """Whether a verb right behind a noun without article, or its adjectives, tells more of somebody: "an officer negotiates"."""
    form = line.form(at)
    if not form.startswith(line.words.imperfect) or len(form) < VERB or line.has(at, "adjective", "ordinary", "domain"):
        return False
    if any(mention.kind in ("voices", "titles", "actor", "outlet", "person", "place") for mention in line.at.get(at, ())):
        return False
    plain = all(not line.form(j).startswith(line.words.article) for j in range(first, at))
    behind = line.has(at + 1, "preposition") or line.form(at + 1).startswith(line.words.article)
    return plain and not line.place(at) and (behind or at - first > 1)


def ranked(line: Line, at: int) -> bool:
    """Whether a word that may also mean a body is a rank here, for a name follows: "General Ada Roy", written like a brigade."""
    title = line.mention(at, "titles")
    if title is None or title.attrs.get("kind") != "rank":
        return False
    person = line.name(title.last)
    if person is not None and person.kind == "person":
        return True
    if not bare(line, title.last):
        return False
    further = bare(line, title.last + 1) or line.form(title.last + 1).startswith(line.words.article)
    return further and title.last not in line.cue_at and not line.verb(title.last)


def hearer(line: Line, at: int) -> bool:
    """Whether a word behind a full name tells to whom he spoke: bare of what is written onto it, the report has it elsewhere."""
    to = next((strip for strip, _, feature in line.words.attached if feature == "to" and line.form(at).startswith(strip)), None)
    if to is None or not (bare(line, at - 1) and bare(line, at - 2)) or not bare(line, at):
        return False
    rest = line.form(at)[len(to) :]
    return len(rest) >= VERB - 1 and any(token.form == rest for token in line.tokens)


def told(line: Line, first: int, at: int) -> bool:
    """Whether an agency right behind who speaks is the one that is told: "sources informed the agency"."""
    noun, cue = line.mention(at, "voices"), line.cue_at.get(first - 1)
    agency = noun is not None and noun.attrs.get("kind") == "agency" and not noun.features & ATTACHED
    return agency and cue is not None and "hearer" in cue.takes
