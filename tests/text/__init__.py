"""Strategies and tables that the tests of writing share."""

from hypothesis import strategies as st

from tawatur.packs import load

FOLDING = load(("syria",)).folding
LETTERS = "abcXYZéßİŁø-'’`“”«»\"().,;:!?،؛؟%…_ \n\t\u00a0\u200f\u200d0123456789٠١٢٣٩۴½²" + \
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةـ" + "\u064b\u064e\u0650\u0651\u0670"
texts = st.one_of(st.text(alphabet=LETTERS, max_size=60), st.text(max_size=40))
"""Texts of both scripts with all that gets in the way, and any text at all."""
