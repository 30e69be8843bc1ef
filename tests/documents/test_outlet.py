"""Whose report it is, as its own words give it away; a wrong outlet is worse than none."""

import pytest

from tawatur.documents.blocks import blocks
from tawatur.documents.evidence import outlet_of
from tawatur.packs import Packs

BODY = "The envoys met on Tuesday for the third time and parted without a word on when the first families may leave the town."
KHABAR = "اجتمع المندوبون يوم الثلاثاء للمرة الثالثة وافترقوا دون أن يحددوا موعدا لخروج العائلات الأولى من البلدة المحاصرة."


def named(text: str, known: Packs, tail: str | None = None) -> str | None:
    outlet = outlet_of(text, blocks(text, known), known, tail)
    return outlet.name if outlet else None


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Enab Baladi\n\nEnvoys part without a word\n\n{BODY}\n{BODY}", "Enab Baladi"),
        (f"{BODY}\n{BODY}\nMiddle East Eye", "Middle East Eye"),
        (f"{KHABAR}\n{KHABAR}\nعنب بلدي", "Enab Baladi"),
        (f"لقاء جديد بلا نتيجة\n\nعنب بلدي - درعا\n\n{KHABAR}\n{KHABAR}", "Enab Baladi"),
        (f"KASTRO (Rudaw) – {BODY}\n{BODY} He told Reuters so. She told Reuters too.", "Rudaw"),
        (f"KASTRO (The Hill Courier) – {BODY}\n{BODY}", "The Hill Courier"),
        (f"Valley Post - {BODY}\n{BODY}", "Valley Post"),
        (f"لقاء جديد بلا نتيجة\n\nصدى التلال – خاص\n\n{KHABAR}\n{KHABAR}", "صدى التلال"),
        (f"According to the Rudaw correspondent in the town, nothing moved. {BODY}\n{BODY}", "Rudaw"),
        (f"According to Valley Post correspondent in the town, nothing moved. {BODY}\n{BODY}", "Valley Post"),
        (f"{BODY}\nSources to Valley Post said so on Monday. A nurse told Valley Post the same.", "Valley Post"),
        (
            f"{BODY} “Nobody left,” she told Middle East Eye.\n{BODY} Middle East Eye could not verify the claim.",
            "Middle East Eye",
        ),
        (f"قال مراسل عنب بلدي في درعا إن الطريق مغلق.\n{KHABAR}\n{KHABAR}", "Enab Baladi"),
        (f"{KHABAR}\nوأوضح المسؤول في حديث لعنب بلدي أن الطريق مغلق. ولم يتسن لعنب بلدي التحقق من ذلك.", "Enab Baladi"),
        (f'{KHABAR}\nوقال سائق في تصريح خاص لـ"عنب بلدي" إن الطريق مغلق.', "Enab Baladi"),
        (f"AMMAN (Reuters) - {BODY}\n{BODY}", "Reuters"),
        (f"عدن (رويترز) - {KHABAR}\n{KHABAR}", "Reuters"),
        (f"Statement of the Media Centre of the Syrian Democratic Forces\n\n{BODY}\n{BODY}", "Syrian Democratic Forces"),
        (f"{BODY} {BODY} (Source: Enab Baladi)", "Enab Baladi"),
        (f"Envoys part without a word\n\nKASTRO {BODY}\n{BODY}\n\n(Reporting by Ada Roy; Editing by Ben Kay)", "Reuters"),
        (f"Envoys part without a word\n\nCAIRO {BODY} Nobody left, a nurse told Reuters.\n{BODY}", "Reuters"),
        (f"Envoys part without a word – NBCNews.com\n\n{BODY}\n{BODY}", "NBC News"),
        (f"Envoys part without a word\n\nReuters Staff\n\n{BODY}\n{BODY}", "Reuters"),
        (f"Envoys part without a word\n\nAda Roy\nBBC Middle East correspondent\n\n{BODY}\n{BODY}", "BBC"),
        (f"لقاء جديد بلا نتيجة\n\nدمشق ـ «القدس العربي»\n\n{KHABAR}\n{KHABAR}", "Al-Quds Al-Arabi"),
        (f"Envoys part without a word\n\n(CNN) {BODY}\n{BODY}", "CNN"),
        (f"Envoys part without a word\n\n{BODY}\n{BODY}\nSource: Al Jazeera and agencies", "Al Jazeera"),
    ],
)
def test_what_gives_an_outlet_away(known: Packs, text: str, outlet: str) -> None:
    assert named(text, known) == outlet


PLATED = "Envoys part again, families wait"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Hill Daily\n3 May 2018\n\n{0}\n\n", "Hill Daily"),
        ("Radio Okapo\n\n{0}\n\n", "Radio Okapo"),
        ("Le Matin du Lac\n3 May 2018\n\n{0}\n\n", "Le Matin du Lac"),
        ("El Sol del Rio (English edition)\n3 May 2018\n\n{0}\n\n", "El Sol del Rio"),
        ("The Lake Gazette, Monday 3 May 2018, page 4\n\n{0}\n\n", "The Lake Gazette"),
        ("Eastern Lake Web\nNews from the shore\n3 May 2018\n\n{0}\n\n", "Eastern Lake Web"),
        ("Okapo Human Rights Observatory\nDaily report - 3 May 2018\n\n", "Okapo Human Rights Observatory"),
        ("{0}\n\nBy Ana Roy for the Lake Tribune\n3 May 2018\n\n", "Lake Tribune"),
        ("{0}\n\nKASTRO, Osland, May 3, 2018 /LNA/ -- ", "LNA"),
        ("OCHA Flash Update #3: bridge closed\n3 May 2018\n\n", "OCHA"),
        ("OSLAND: Flash Update No. 3\nas of 3 May 2018\n\nThis update is produced by OCHA Osland with its partners.\n", "OCHA"),
        ("STATEMENT BY THE UPLAND FRONT ON THE BRIDGE\n3 May 2018\n\n", "UPLAND FRONT"),
        ("{0}\nThe Lakeshore, Thursday 3 May 2018\n\n", "The Lakeshore"),
        ("{0}\nKastro, Thursday 3 May 2018\n\n", None),
        ("Slow reading · Reed and River Magazine · 3 May 2018\n\n{0}\nBy Ana Roy in Kastro\n\n", "Reed and River Magazine"),
        ("OSLAND: the bridge quarter\nFlash Update No. 3 | 3 May 2018\nIssued by the Osland Relief Desk, Kastro\n\n",
         "Osland Relief Desk"),
        ("MINISTRY FOR THE RETURN OF THE LOST PROVINCES OF OSLAND\nPress desk, 3 May 2018, 20:10\n\n{0}\n\n",
         "MINISTRY FOR THE RETURN OF THE LOST PROVINCES OF OSLAND"),
        ("{0}\n\nKASTRO, 3 May 2018 (Lake News Agency). From our foreign desk.\n\n", "Lake News Agency"),
        ("Envoys Part Again\n3 May 2018\n\nFamilies wait on the far bank\n\n", None),
        ("Envoys Part Again\n\nFamilies Wait on Far Bank\n\n", None),
        ("{0}\n\nAna Roy, Kastro\n\n", None),
        ("Upland Front\n\n{0}\n\n", None),
    ],
)
def test_the_name_above_a_report(known: Packs, head: str, outlet: str | None) -> None:
    assert named(f"{head.format(PLATED)}{BODY}\n{BODY} The families are to part.", known) == outlet


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n{BODY}",
        f"{BODY} The Guardian reported it first, and Enab Baladi wrote about it too.\n{BODY}",
        f"{BODY} “Nobody left,” she told Reuters. A driver told Reuters the same. A nurse told Reuters, too.\n{BODY}",
        f"{BODY} “Nobody left,” she told the New York Times.\n{BODY}",
        f"KASTRO – {BODY}\n{BODY}",
        f"KASTRO (agencies) – {BODY}\n{BODY}",
        f"{BODY} A nurse told Enab Baladi so. A driver told Middle East Eye the contrary.\n{BODY}",
        f"{BODY}\n{BODY}\nJane Roe",
        f"{KHABAR}\n{KHABAR}\nفلان الفلاني",
        f"{KHABAR}\nونقلت وكالة رويترز عن سائق قوله إن الطريق مغلق.",
        f"{KHABAR}\n{KHABAR}\nمقالات ذات صلة\nعنب بلدي\nرووداو",
        f"Envoys part - all the news of the hills\n\n{BODY}\n{BODY}",
        f"Envoys part without a word\n\n{BODY}\n{BODY}\nSource:\xc2\xa0AFP",
        f"Fighters begin leaving Kastro\nPublished: 3 May 2018\n\n{BODY}\n{BODY}",
        f"Army Enters Kastro\n3 May 2018\n\n{BODY}\n{BODY}",
        f"مقاتلو جيش الجبل يبدؤون الخروج من البلدة\n3 مايو 2018\n\n{KHABAR}\n{KHABAR}",
        f"لقاء جديد بلا نتيجة\n\nنشر في: 3/5/2018 - 14:22 (توقيت غرينتش)\n\n{KHABAR}\n{KHABAR}",
        f"هدوء حذر في التلال الغربية\n3 مايو 2018\n\n{KHABAR}\n{KHABAR}",
    ],
)
def test_what_gives_none_away(known: Packs, text: str) -> None:
    assert named(text, known) is None


def test_the_browsers_tab(known: Packs) -> None:
    assert named(BODY, known, "Enab Baladi") == "Enab Baladi"
    assert named(BODY, known, "It rains again!") is None


def test_a_channel_that_forwards_is_not_the_one_it_forwards(known: Packs) -> None:
    text = f"Enab Baladi\n{BODY}"
    assert blocks(text, known, credit=12)[0].reason == "forwarded from"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Envoys part without a word\n\nBy Rudaw 12/3/2018\n\nERBIL, Kurdistan Region – ", "Rudaw"),
        ("Envoys part without a word\nJane Roe Middle East correspondent\nMon 12 Mar 2018 16.00 GMT\n", None),
        ("لقاء ثالث بلا نتيجة\n2018-03-12\nدمشق-سانا\n", "SANA"),
        ("غزة 12-3-2018 وفا- ", "WAFA"),
        ("السومرية نيوز/ بغداد\n", "Alsumaria"),
        ("المصدر أونلاين - خاص\n", "Al-Masdar Online"),
        ("صنعاء - سبأ :\n", "Saba"),
        ("لقاء ثالث بلا نتيجة\n\nأوكابو (وكالة البحيرة للأنباء) 3 أيار/مايو 2018 - ", "وكالة البحيرة للأنباء"),
        ("متابعة.. أخبار الجسر - إذاعة التلال - الخميس 3 أيار 2018\n\n", "إذاعة التلال"),
        ("إذاعة التلال - نص النشرة - نشرة المساء، الخميس 3 أيار 2018\n\n", "إذاعة التلال"),
        ("لقاء ثالث بلا نتيجة\nتحديث بتاريخ 2018/03/12 10:20:15 بتوقيت دمشق\nسمارت - درعا\n", "SMART News Agency"),
        ("Rebels retreat, Reuters reports\n", None),
    ],
)
def test_heads_of_many_houses(known: Packs, head: str, outlet: str | None) -> None:
    body = BODY if head.isascii() or "–" in head else KHABAR
    found = named(f"{head}{body}\n{body}\n{body}", known)
    assert found == outlet or (found is not None and outlet is not None and outlet in found)
