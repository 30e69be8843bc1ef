"""Invented reports of one agency, its reprints and translations, and of two witnesses of their own."""

from hashlib import sha256

from tawatur.packs import load
from tawatur.pipeline import Account, account, understand
from tawatur.records import Block, Document, Outlet, Reading, Time

AGENCY = Outlet("reuters", "Reuters", kind="agency")
WIRE = (
    "At least 1,730 civilians are still trapped in the town of Susah after a convoy of 14 trucks was turned back on Sunday. "
    "The Syrian Democratic Forces rejected a demand by Islamic State to open the road between Susah and al-Shaafa for its wounded. "
    "Some 264 people left the town on foot before the crossing was closed, among them 95 children. "
    "Bread has run out in the eastern quarters, and the only bakery that still worked was hit on Saturday."
)
ARABIC = (
    "لا يزال ما لا يقل عن 1730 مدنيا محاصرين في بلدة السوسة بعد أن أعيدت قافلة من 14 شاحنة يوم الأحد. "
    "ورفضت قوات سوريا الديمقراطية طلب تنظيم الدولة الإسلامية فتح الطريق بين السوسة والشعفة أمام جرحاه. "
    "وغادر نحو 264 شخصا البلدة سيرا على الأقدام قبل إغلاق المعبر، بينهم 95 طفلا. "
    "ونفد الخبز في الأحياء الشرقية، وقصف يوم السبت المخبز الوحيد الذي كان يعمل."
)
ARABIC_TOO = (
    "ما زال 1730 مدنيا على الأقل محاصرين في بلدة السوسة، وقد ردت يوم الأحد قافلة تضم 14 شاحنة على أعقابها. "
    "وقد رفضت قوات سوريا الديمقراطية مطلب تنظيم الدولة الإسلامية بفتح الطريق الواصل بين السوسة والشعفة لجرحاه. "
    "وخرج قرابة 264 شخصا من البلدة مشيا قبل أن يغلق المعبر، وبينهم 95 طفلا. "
    "ولم يعد في الأحياء الشرقية خبز."
)
COMMITTEE = (
    "At least 1,800 civilians are still trapped in Susah, the Susah Relief Committee said in a statement after visiting the cellars "
    "of the old market. The committee asked for flour and for a doctor."
)
DOCTOR = (
    "Doctor Salim Haddad said by telephone that at least 1,700 civilians are still trapped in Susah. "
    "He counted them with two nurses, street by street, and has no more bandages."
)
LEADS = ("", "Our correspondent adds nothing to this. ", "War comes nearer to the river towns this winter. ")


def report(name: str, text: str, outlet: Outlet, day: str = "2031-05-04", language: str = "en", title: str | None = None) -> Document:
    """An invented report as it is read in."""
    digest = sha256((name + text).encode()).hexdigest()
    return Document(digest[:16], name, digest, text, outlet=outlet, title=title, language=language,
                    published=Time(day, day, day, "explicit"), blocks=(Block("body", 0, len(text), language=language),))


def wire(credited: bool) -> list[Document]:
    """One agency's report, nine reprints, two translations, and two reports of witnesses."""
    english, arabic = ("BEIRUT (Reuters) - ", "بيروت (رويترز) - ") if credited else ("", "")
    reports = [report("agency", WIRE, AGENCY)]
    for number in range(9):
        outlet = Outlet(f"The Mill Post {number}", f"The Mill Post {number}")
        reports.append(report(f"reprint-{number}", english + WIRE + "\n" + LEADS[number % 3], outlet, "2031-05-05"))
    for name, text in (("translation", ARABIC), ("retelling", ARABIC_TOO)):
        outlet = Outlet(f"جريدة {name}", f"جريدة {name}")
        reports.append(report(name, arabic + text, outlet, "2031-05-05", "ar"))
    reports.append(report("committee", COMMITTEE, Outlet("The River Lamp", "The River Lamp"), "2031-05-05"))
    reports.append(report("doctor", DOCTOR, Outlet("Valley Radio", "Valley Radio"), "2031-05-04"))
    return reports


def read(reports: list[Document]) -> list[Reading]:
    """What the rules read out of them."""
    return [understand(one, load()) for one in reports]


def told(reports: list[Document]) -> tuple[list[Reading], Account]:
    """The readings and the account of a case of these reports."""
    readings = read(reports)
    claims = [claim for reading in readings for claim in reading.claims]
    return readings, account([reading.document for reading in readings], claims, load())
