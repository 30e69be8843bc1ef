"""Saved pages of both makes, in both languages: the report is kept, what stands beside it says nothing."""

from dataclasses import dataclass, replace

import pytest

from tawatur.documents import Handed
from tawatur.records import Document
from tawatur.records.document import SAYING
from tests.documents.conftest import One, Read


@dataclass(frozen=True)
class Words:
    """An invented report and what stands beside it."""

    title: str
    menu: str
    paragraphs: tuple[str, ...]
    related: tuple[str, ...]
    comments: tuple[str, ...]
    cookie: str
    share: str
    foot: str
    site: str

    @property
    def beside(self) -> tuple[str, ...]:
        return (self.menu, self.share, *self.related, *self.comments, self.foot, self.cookie)


ENGLISH = Words(
    title="Two sides meet over the valley road for a third time",
    menu="Home World Opinion Sport Contact us",
    paragraphs=(
        "KASTRO (Hill Wire) – Envoys of the valley council and of the river brigade met on Tuesday for the third time over the "
        "road that leads out of the town, and parted without a word on when the first families may go, people close to the talks "
        "said.",
        "The council wants the upper road opened for everybody who asks to leave. The brigade would let only the sick through, "
        "and only by the mill gate, according to a nurse who took part in the second meeting.",
        "“Nobody believes in the mill gate any more,” she said, adding that shells had fallen there twice since the last truce.",
        "About 3,100 people are thought to be left in the town, most of them in cellars around the market, without bread for six "
        "days.",
    ),
    related=("Related articles", "Storm kills nine in the coastal district", "Forty lorries burnt at the border"),
    comments=("Leave a comment", "Your email address will not be published. Required fields are marked"),
    cookie="We use cookies to improve your experience on this site. Accept all",
    share="Share this: Facebook Twitter Telegram",
    foot="Copyright 2019 Hill Courier. All rights reserved",
    site="Hill Courier",
)
ARABIC = Words(
    title="اجتماع ثالث حول طريق الوادي ينتهي بلا نتيجة",
    menu="الرئيسية أخبار آراء رياضة اتصل بنا",
    paragraphs=(
        "اجتمع مندوبون عن مجلس الوادي وعن لواء النهر يوم الثلاثاء للمرة الثالثة لبحث فتح الطريق المؤدي إلى خارج البلدة، "
        "وافترقوا دون أن يحددوا موعدا لخروج العائلات الأولى، حسب ما ذكر مطلعون على المحادثات.",
        "ويريد المجلس فتح الطريق العلوي أمام كل من يطلب المغادرة، بينما لا يقبل اللواء إلا خروج المرضى عبر بوابة الطاحونة، "
        "كما أفادت ممرضة شاركت في الاجتماع الثاني.",
        "وقالت الممرضة إن أحدا لم يعد يصدق الحديث عن بوابة الطاحونة بعدما سقطت القذائف قربها مرتين منذ انتهاء الهدنة.",
        "ويعتقد أن نحو ثلاثة آلاف شخص ما زالوا في البلدة، معظمهم في أقبية حول السوق، ولم يصلهم الخبز منذ ستة أيام.",
    ),
    related=("مقالات ذات صلة", "عاصفة تقتل تسعة في المنطقة الساحلية", "احتراق أربعين شاحنة عند الحدود"),
    comments=("أضف تعليقا", "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها"),
    cookie="يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك. قبول الكل",
    share="شارك هذا الخبر: فيسبوك تويتر تلغرام",
    foot="جميع الحقوق محفوظة لموقع بريد التلال 2019",
    site="بريد التلال",
)
LANGUAGES = {"en": ENGLISH, "ar": ARABIC}


def semantic(words: Words) -> str:
    """A page by the book: nav, article, aside, form, footer."""
    links = "".join(f"<li><a href='/r'>{line}</a></li>" for line in words.related[1:])
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{words.title} | {words.site}</title>"
        f"<meta property='og:site_name' content='{words.site}'></head><body><nav>{words.menu}</nav>"
        f"<article><h1>{words.title}</h1>{paragraphs(words.paragraphs)}</article><div class='share'>{words.share}</div>"
        f"<aside class='related'><h3>{words.related[0]}</h3><ul>{links}</ul></aside>"
        f"<form class='comments'>{' '.join(words.comments)}</form><div id='cookie-banner'>{words.cookie}</div>"
        f"<footer>{words.foot}</footer></body></html>"
    )


def soup(words: Words) -> str:
    """A page where all is paragraphs in one box."""
    return (
        f"<html><head><meta charset='utf-8'><title>{words.title} - {words.site}</title></head><body><div><p>{words.menu}</p>"
        f"<p>{words.title}</p>{paragraphs(words.paragraphs)}{paragraphs(words.beside[1:])}</div></body></html>"
    )


def plain(words: Words) -> str:
    """The same, copied out of a browser."""
    return "\n".join([words.title, "", *words.paragraphs, "", *words.beside[1:]])


def paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def saying(document: Document) -> str:
    return " ".join(" ".join(document.text[block.start : block.end] for block in document.blocks if block.role in SAYING).split())


MAKES = {"page.html": semantic, "page.htm": soup, "page.txt": plain}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAKES)
def test_the_report_stays_and_the_rest_is_silent(one: One, language: str, name: str) -> None:
    words = LANGUAGES[language]
    document = one(name, MAKES[name](words))
    said = saying(document)
    assert [paragraph for paragraph in words.paragraphs if " ".join(paragraph.split()) not in said] == []
    assert [line for line in words.beside if line in said] == []
    assert document.title == words.title
    assert document.language == language


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("declared", [True, False])
def test_a_page_in_an_arabic_charset(one: One, charset: str, declared: bool) -> None:
    html = semantic(ARABIC).replace("charset='utf-8'", f"charset='{charset}'" if declared else "name='x'")
    assert ARABIC.paragraphs[0][:60] in one("page.html", html.encode(charset)).text


def test_a_lying_charset_is_found_out(one: One) -> None:
    assert ARABIC.paragraphs[0][:60] in one("page.html", semantic(ARABIC).encode("windows-1256")).text


def test_the_site_names_the_outlet(one: One) -> None:
    outlet = one("page.html", semantic(ENGLISH)).outlet
    assert outlet is not None
    assert outlet.name == "Hill Courier"


def test_the_tab_names_the_outlet_where_it_is_an_outlets_name(one: One) -> None:
    words = replace(ENGLISH, paragraphs=ENGLISH.paragraphs[1:], foot="All rights reserved")
    assert one("page.html", soup(replace(words, site="It rains again!"))).outlet is None
    outlet = one("other.html", soup(replace(words, site="Reuters"))).outlet
    assert outlet is not None
    assert outlet.id == "reuters"


LD = '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", %s}]}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2018-11-07T06:05:00+02:00">', "2018-11-07"),
        ('<meta itemprop="datePublished" content="2018-11-07">', "2018-11-07"),
        (LD % '"datePublished": "2018-11-07T06:05:00Z"', "2018-11-07"),
        ('<meta name="date" content="soon">', None),
        (LD % '"broken": ', None),
        ('<meta property="article:published_time" content="2018-13-45">', None),
    ],
)
def test_the_date_that_the_page_gives(one: One, head: str, day: str | None) -> None:
    published = one("page.html", semantic(ENGLISH).replace("</head>", f"{head}</head>")).published
    assert (published.start if published else None) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("نشر في: 31 يناير 2019", "2019-01-31"),
        ("12 كانون الأول 2018", "2018-12-12"),
        ("10 أيلول/سبتمبر 2018", "2018-09-10"),
        ("الأربعاء ١٢ ديسمبر ٢٠١٨", "2018-12-12"),
        ("الأربعاء", None),
    ],
)
def test_an_arabic_date_line_is_never_a_first_of_january(one: One, line: str, day: str | None) -> None:
    html = soup(ARABIC).replace(f"<p>{ARABIC.title}</p>", f"<p>{ARABIC.title}</p><p>{line}</p>")
    published = one("page.html", html).published
    assert (published.start if published else None) == day


def test_the_address_of_a_saved_page(one: One) -> None:
    saved = "<!-- saved from url=(0035)https://www.reuters.com/world/one -->\n"
    document = one("page.html", saved + soup(ENGLISH))
    assert document.url == "https://www.reuters.com/world/one"
    assert document.outlet is not None
    assert document.outlet.id == "reuters"


def test_a_page_without_its_suffix_is_known_as_one(reading: Read) -> None:
    (handed,) = reading("saved page", semantic(ENGLISH))
    assert isinstance(handed, Handed)
    assert handed.document.acquired is not None
    assert handed.document.acquired.method == "page"
