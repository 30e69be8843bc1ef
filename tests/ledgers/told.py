"""Invented reports on a siege that never was, with figures that are parts, that change, and that cannot both hold."""

from tawatur.packs import load
from tawatur.pipeline import Account, account, understand
from tawatur.records import Claim, Document, Outlet
from tests.linking.wire import report

PACKS = load()
LAMP, MILL = Outlet("The River Lamp", "The River Lamp"), Outlet("The Mill Post", "The Mill Post")
FIRST = report("first", (
    "SUSAH - About 4,000 civilians are still trapped in Susah, the Susah Relief Committee said on Sunday. "
    "Some 1,200 people have left the town since Thursday, including 340 children, the committee said."), LAMP, "2031-05-04")
LATER = report("later", (
    "SUSAH - About 2,500 civilians are still trapped in Susah, the Susah Relief Committee said on Friday."), LAMP, "2031-05-09")
AGAINST = report("against", (
    "SUSAH - At least 9,000 civilians are still trapped in Susah, doctor Salim Haddad said by telephone on Sunday."), MILL, "2031-05-04")
UNDATED = report("undated", "At least 60 fighters were wounded in Susah, doctor Salim Haddad said.", MILL)


def claims(*reports: Document) -> list[Claim]:
    """What is read in them."""
    return [claim for one in reports for claim in understand(one, PACKS).claims]


def told(*reports: Document) -> tuple[Account, list[Claim]]:
    """The account of some reports, and their claims."""
    read = claims(*reports)
    return account(reports, read, PACKS), read
