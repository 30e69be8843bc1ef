"""What each family of sources and each language alone would have shown."""

from tawatur.ledgers import coverage
from tawatur.records import Outlet, Share
from tests.ledgers.told import AGAINST, FIRST, PACKS, told
from tests.linking.wire import ARABIC, report

TRANSLATED = report("translated", ARABIC, Outlet("جريدة النهر", "جريدة النهر"), "2031-05-05", "ar")


def test_families_and_languages_are_counted_by_facts() -> None:
    reports = (FIRST, AGAINST, TRANSLATED)
    made, read = told(*reports)
    found = coverage(made.facts, {claim.id: claim for claim in read}, {one.id: one for one in reports}, PACKS.actors)
    assert found.facts == len(made.facts)
    assert {share.key for share in found.languages} == {"ar", "en"}
    both = sum(share.told - share.alone for share in found.languages)
    assert sum(share.alone for share in found.languages) + both // 2 == found.facts
    assert all(0 <= share.alone <= share.told <= found.facts for share in (*found.families, *found.languages))
    only = coverage([fact for fact in made.facts if read[0].id in fact.claims][:1], {claim.id: claim for claim in read},
                    {one.id: one for one in reports}, PACKS.actors)
    assert only.facts == 1
    assert coverage((), {}, {}, {}).families == ()
    assert isinstance(found.families[0], Share)
