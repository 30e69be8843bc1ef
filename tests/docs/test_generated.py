"""The generated pages say what the code says."""

import pytest

from docs.build import GENERATED
from tests.house.plan import HOME


@pytest.mark.parametrize("page", sorted(GENERATED))
def test_a_generated_page_is_up_to_date(page: str) -> None:
    path = HOME / page
    assert path.is_file(), f"{page} is missing; run `make docs`"
    assert path.read_text(encoding="utf-8") == GENERATED[page](), f"{page} is out of date; run `make docs`"
