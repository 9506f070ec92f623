"""A policy that somebody wrote in Dutch by hand is read as one."""

from collections.abc import Callable
from typing import Any

import pytest

from policylint.i18n.catalogue import catalogue
from policylint.model.lifetime import parse_lifetime
from policylint.policy.compare import Difference
from policylint.policy.durations import states

Compare = Callable[..., list[Difference]]
HAND_WRITTEN = """\
# Cookies

Studio Ductus SAS, privacy@studio-ductus.example. Klachten: CNIL.

Voor functionele cookies is geen toestemming vereist: `choice` (Axeptio, van Agilitation SAS,
Frankrijk) en SERVERID.

Met uw toestemming gebruiken we analytische cookies, `perf`, `_ga` en `_ga_<id>`, van Google
Ireland Limited (Ierland), en advertentiecookies: `px` van Pulse Inc., Verenigde Staten.

Onze cookies blijven ten hoogste één jaar en één maand staan. Intrekken: de link "Cookies" onder
aan elke pagina.
"""


def test_a_page_written_by_hand_that_tells_every_fact_is_up_to_date(
    data: Any, compare: Compare
) -> None:
    assert compare(data, HAND_WRITTEN, language="nl") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("(Ierland)", "", "the country of 'Google Ireland Limited', Ierland, is not given with it"),
        ("onder", "boven", "the way to withdraw consent"),
        ("één jaar en één maand", "twaalf maanden", "contradicts the longest lifetime, 13 maanden"),
        ("is geen toestemming vereist", "geldt dit", "are not said to need no consent"),
    ],
)
def test_a_fact_that_a_page_lacks_is_named(
    data: Any, compare: Compare, old: str, new: str, message: str
) -> None:
    published = HAND_WRITTEN.replace(old, new)

    assert published != HAND_WRITTEN
    assert [message in one.message for one in compare(data, published, language="nl")] == [True]


@pytest.mark.parametrize(
    ("text", "lifetime"),
    [
        ("maximaal dertien maanden", "13 months"),
        ("hoogstens een jaar en een maand", "13 months"),
        ("twee jaren", "2 years"),
        ("vierentwintig uren", "1 day"),
    ],
)
def test_a_lifetime_is_found_in_words(text: str, lifetime: str) -> None:
    words = catalogue("nl")

    assert states(text, parse_lifetime(lifetime), words)
    assert not states(text, parse_lifetime("5 years"), words)
