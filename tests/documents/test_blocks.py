"""Lines get the right role by how they stand and how they begin."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tawatur import packs
from tawatur.documents.blocks import blocks
from tawatur.documents.furniture import furniture
from tawatur.packs import Packs

BODY = "The envoys met on Tuesday for the third time and parted without a word on when the first families may leave the town."
KHABAR = "اجتمع المندوبون يوم الثلاثاء للمرة الثالثة وافترقوا دون أن يحددوا موعدا لخروج العائلات الأولى من البلدة المحاصرة."


def roles(text: str, known: Packs, title: str | None = None) -> dict[str, str]:
    """The role of each stretch, by its words."""
    return {text[block.start : block.end].strip(): block.role for block in blocks(text, known, title)}


def first(text: str, known: Packs) -> tuple[str, str]:
    block = blocks(text, known)[0]
    return block.role, text[block.start : block.end].strip()


@pytest.mark.parametrize(
    "dateline",
    [
        "KASTRO (Reuters) -",
        "KASTRO, Valley (AFP) –",
        "Kastro, 3 May (Hill Wire) —",
        "KASTRO –",
        "KASTRO, Valley —",
        "Upper Valley Province — ",
        "Valley District – The Valley Monitor:",
        "BEIRUT, Thursday (The River Courier) –",
        "وادي النهر (رويترز) -",
        "عدن (رويترز) –",
        "دمشق - سانا:",
        "دبي، الإمارات العربية المتحدة (CNN)-- ",
        "عنب بلدي -",
        "غزة - عنب بلدي -",
        "Published 25 September 2016",
        "19 Sep 2016",
        "Monday 06 May 2013 18:40",
        "Date of publication 3 April 2015",
        "(Kastro, March 12, 2018) –",
        "(12 March 2018)",
        "Kastro (Valley) (AFP) –",
        "Kastro (Reuters)",
        "دمشق 12 آذار 2018 (شينخوا)",
        "دمشق (سوريا) (أ ف ب) -",
        "محافظة الوادي – المرصد السوري لحقوق الإنسان::",
        "GENEVA/BEIRUT",
        "KASTRO/AMMAN",
        "CAIRO",
        "BAGHDAD, June 3",
        "MOSUL, Iraq",
        "WASHINGTON/MOSCOW, Sept 3, 2016",
        "بيروت -",
        "دمشق ـ",
        "القاهرة:",
        "بغداد/ الأناضول",
        "جنيف/أنقرة -",
    ],
)
def test_datelines(known: Packs, dateline: str) -> None:
    body = BODY if dateline[0].isascii() else KHABAR
    assert first(f"{dateline.strip()} {body}\n{body}", known) == ("dateline", dateline.strip())


@pytest.mark.parametrize(
    "opening",
    [
        "The envoys - all of them old - met",
        "Mustafa, the head of the council - a teacher - said:",
        "Nobody - not even the mayor - left.",
        "He said: we want the road.",
        "In 2016 (Reuters said) - nothing",
        "وقال المجلس - وهو هيئة محلية - إن",
        "On 3 May 2017 the envoys met",
        "UNICEF Iraq said",
        "ISIS Fighters have fled",
        "NATO Secretary General Jan Holm said:",
        "Beirut",
        "حلب وحمص - كما قال المجلس -",
    ],
)
def test_what_is_no_dateline(known: Packs, opening: str) -> None:
    assert first(f"{opening} {BODY}\n{BODY}", known)[0] == "body"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("https://t.me/valley_now", "boilerplate"),
        ("www.hillcourier.example/road", "boilerplate"),
        ("@valley_now", "boilerplate"),
        ("desk@hillcourier.example", "boilerplate"),
        ("#valley #road #convoy", "boilerplate"),
        ("— Hill Aid (@HillAid) November 24, 2023", "byline"),
        ("A boy carries bread through Kastro [File: Jane Roe/Reuters]", "boilerplate"),
        ("طفل يحمل الخبز في البلدة (رويترز)", "boilerplate"),
        ("The #valley road is shut", "body"),
        ("Three hurt at the gate (update)", "body"),
    ],
)
def test_lines_told_by_their_shape(known: Packs, line: str, role: str) -> None:
    text = f"Road shut\n{line}\nA bus waits"
    assert next(block.role for block in blocks(text, known) if block.end > text.index(line)) == role


def test_an_agency_in_brackets_behind_the_last_sentence(known: Packs) -> None:
    text = f"{BODY}\n{BODY} (Reuters)"
    last = blocks(text, known)[-1]
    assert (last.role, text[last.start : last.end]) == ("byline", "(Reuters)")


@pytest.mark.parametrize(
    ("title", "place", "body"), [("Envoys part without a word", "KASTRO", BODY), ("لقاء بلا نتيجة اليوم", "دمشق", KHABAR)]
)
def test_a_place_on_a_line_of_its_own(known: Packs, title: str, place: str, body: str) -> None:
    assert roles(f"{title}\n\n{place}\n\n{body}\n\n{body}", known)[place] == "dateline"


def test_headlines_of_one_width_are_no_wrapped_paragraph(known: Packs) -> None:
    headlines = [
        "Nine die in a storm on the coast near the lighthouse",
        "Forty lorries burnt at the northern border of the land",
        "Bread is dear again in the market of the upper town",
        "Bus crash leaves fourteen dead beside the river road",
    ]
    text = "\n".join([BODY, BODY, BODY, "", *headlines, "", BODY])
    assert roles(text, known)["\n".join(headlines)] == "related"


def test_a_title_its_tagline_and_its_echo(known: Packs) -> None:
    text = f"Envoys part without a word - The best of the hills!\n\nEnvoys part without a word\n\n{BODY}\n{BODY}"
    assert [(block.role, text[block.start : block.end].strip()) for block in blocks(text, known)][:3] == [
        ("title", "Envoys part without a word"),
        ("boilerplate", "- The best of the hills!"),
        ("boilerplate", "Envoys part without a word"),
    ]


def test_a_dash_within_a_title_stays(known: Packs) -> None:
    text = f"Envoys part - council blames brigade\n\n{BODY}\n{BODY}"
    assert first(text, known) == ("title", "Envoys part - council blames brigade")


def test_a_bar_before_a_short_tail_parts_title_and_site(known: Packs) -> None:
    assert first(f"Envoys part without a word | Hill Courier\n\n{BODY}\n{BODY}", known) == ("title", "Envoys part without a word")


def test_a_message_of_one_line_is_body_not_title(known: Packs) -> None:
    assert first("Shelling on the upper road, three hurt", known)[0] == "body"


def test_a_title_given_by_the_record_is_found_in_a_line_that_runs_on(known: Packs) -> None:
    text = f"Envoys part without a word {BODY} {BODY}"
    assert first(text, known)[0] == "body"
    found = blocks(text, known, "Envoys part without a word")
    assert (found[0].role, text[found[0].start : found[0].end].strip()) == ("title", "Envoys part without a word")
    assert found[1].role == "body"


def test_a_quotation_below_the_title_is_its_standfirst(known: Packs) -> None:
    text = f"Envoys part without a word\n\n“Nobody believes in the mill gate any more.”\n\nKASTRO (Hill Wire) – {BODY}\n\n{BODY}"
    assert [block.role for block in blocks(text, known)] == ["title", "standfirst", "dateline", "body"]


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (["Related articles", "Nine die in a storm", "Forty lorries burnt at the border"], BODY),
        (["اقرأ أيضا", "عاصفة تقتل تسعة", "احتراق أربعين شاحنة عند الحدود"], KHABAR),
    ],
)
def test_a_list_behind_a_heading_ends_at_a_paragraph(known: Packs, lines: list[str], body: str) -> None:
    text = "\n".join([body, body, *lines, body.replace(" ", "  "), body])
    found = roles(text, known)
    inside = "\n".join(lines[1:])
    assert found[lines[0]] == found[inside] == "related"
    assert sum(block.role == "body" for block in blocks(text, known)) == 2


def test_headlines_between_whole_paragraphs(known: Packs) -> None:
    text = "\n".join([KHABAR, KHABAR, "عاصفة تقتل تسعة في الساحل", "من يقاتل من في الوادي؟", KHABAR, KHABAR])
    assert roles(text, known)["عاصفة تقتل تسعة في الساحل\nمن يقاتل من في الوادي؟"] == "related"


def test_lists_and_messages_of_short_lines_stay(known: Packs) -> None:
    listed = "\n".join([BODY, BODY, BODY, "Those who left by the gate:", "- 12 children", "- 7 women", "Men – 3", BODY])
    assert {block.role for block in blocks(listed, known)} == {"body"}
    message = "Upper road:\nShelling since dawn\nThree hurt\nThe gate is shut"
    assert {block.role for block in blocks(message, known)} == {"body"}


def test_comments_reach_to_the_end(known: Packs) -> None:
    text = "\n".join([BODY, BODY, BODY, "Comments", "I do not believe a word of it, and nobody that I know does.", "Me neither"])
    assert [block.role for block in blocks(text, known)] == ["body", "comments", "comments"]


@pytest.mark.parametrize(
    "tail",
    [
        "Additional reporting by Jane Roe in Kastro; editing by John Doe",
        "Source: agencies",
        "Read Also",
        "Follow us on Hillbook Copyright 2019 Hill Courier",
    ],
)
def test_the_foot_that_hangs_on_the_last_sentence(known: Packs, tail: str) -> None:
    text = f"{BODY} {BODY} {tail}"
    last = blocks(text, known)[-1]
    assert (text[last.start : last.end], last.role in ("byline", "boilerplate")) == (tail, True)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday evening, the last of the buses had left the town.",
        "Sources said the road was open.",
        "Share prices fell in the capital on Monday.",
        "Tags hung from every suitcase at the gate.",
        "More than 300 people left.",
        "تحرير البلدة كان هدف الحملة التي بدأت قبل شهر.",
        "عن هذا اللقاء قال المتحدث إن الطرفين لم يتفقا.",
        "شارك في الاجتماع ثلاثة مندوبين عن المجلس المحلي.",
        "تابعوا طريقهم نحو المعبر بعد الظهر.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(known: Packs, line: str) -> None:
    body = BODY if line.isascii() else KHABAR
    assert {block.role for block in blocks("\n".join([body, line, body, body]), known)} == {"body"}


def test_each_row_of_furniture_finds_its_example(known: Packs) -> None:
    table = furniture(known)
    for language in known.languages.values():
        for row in language.table("furniture"):
            example = row["example"]
            assert example, row.where
            if row["at"] == "tail":
                found = table.tail(f"{BODY} {example}")
                assert found, row.where
                assert found[1].role == row["role"], row.where
            else:
                rule = table.of(example, len(example.split()))
                assert rule, row.where
                assert rule.role == row["role"], row.where


def test_a_line_of_another_language_is_a_block_of_its_own(known: Packs) -> None:
    text = f"{BODY}\n{KHABAR}\n{BODY}"
    assert [block.language for block in blocks(text, known)] == ["en", "ar", "en"]


PIECES = st.sampled_from(
    [
        BODY,
        KHABAR,
        "Related articles",
        "مقالات ذات صلة",
        "Nine die",
        "By Jane Roe",
        "\n",
        "\r\n",
        "\u2028",
        "\n\n",
        " ",
        "\t",
        "KASTRO (AFP) – ",
        "\u202e",
        "\x00",
        "(",
        "”",
        "3 May 2017",
        "Comments",
        "-----",
        "🔴",
        "|",
        "https://example.org",
    ]
)


@settings(max_examples=150, deadline=None)
@example("0\rAAA(AP) RELATED", None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=14).map("".join)), st.one_of(st.none(), st.text(max_size=30)))
def test_blocks_cover_any_text_and_never_overlap(text: str, title: str | None) -> None:
    found = blocks(text, packs.load(), title)
    assert "".join(text[block.start : block.end] for block in found) == text
    assert all(block.start < block.end and block.reason for block in found)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "March 12, 2018 / 10:30 AM / 2 years ago\n\nEnvoys part without a word\n\nTom Doe, Ellen Roe\n\n4 Min Read\n\n",
            "Envoys part without a word",
        ),
        ("المرصد السوري لحقوق الإنسان » لقاء ثالث بلا نتيجة\n\n", "لقاء ثالث بلا نتيجة"),
        ("Envoys part, UN says\n\nGENEVA (12 March 2018) – ", "Envoys part, UN says"),
        ("SYRIA: Flash Update #3\nAl-Waer - 12 March 2018\n\n", "SYRIA: Flash Update #3"),
        ("12 hurt as envoys part without a word\n\n", "12 hurt as envoys part without a word"),
        ("200 عائلة تنتظر عند الجسر\n", "200 عائلة تنتظر عند الجسر"),
    ],
)
def test_titles_among_other_lines(known: Packs, head: str, title: str) -> None:
    body = KHABAR if "ا" in head else BODY
    text = f"{head}{body}\n{body}\n{body}"
    assert [words for words, role in roles(text, known).items() if role == "title"] == [title]
