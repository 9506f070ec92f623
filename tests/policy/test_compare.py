from collections.abc import Callable
from typing import Any

import pytest

from policylint.policy import FORMATS
from policylint.policy.blocks import Policy
from policylint.policy.compare import Difference
from policylint.policy.reduce import reduce_text
from policylint.policy.render import render
from tests.policy.further import FURTHER

Compare = Callable[..., list[Difference]]
HAND_WRITTEN = """\
# Cookies

Studio Ductus SAS, privacy@studio-ductus.example. Complaints: CNIL.

Essential cookies need no consent, and are set without your consent: `choice` (Axeptio, by
Agilitation SAS, France) and SERVERID.

With your consent we use statistics cookies, `perf`, `_ga` and `_ga_<id>`, by Google Ireland
Limited (Ireland), and for marketing `px` by Pulse Inc., United States.

Our cookies last thirteen (13) months at most. To withdraw your consent, follow the link "Cookies"
at the foot of every page.
"""
GERMAN = """\
# Cookies

Studio Ductus SAS, privacy@studio-ductus.example. Beschwerden: CNIL.

Technisch notwendige Cookies setzen wir ohne Ihre Einwilligung: `choice` (Axeptio, von Agilitation
SAS, Frankreich) und SERVERID.

Nur wenn Sie zustimmen, verwenden wir Analysecookies, `perf`, `_ga` und `_ga_<id>`, von Google
Ireland Limited (Irland), und zu Werbezwecken `px` von Pulse Inc., Vereinigte Staaten.

Unsere Cookies enden spätestens nach dreizehn Monaten. Ihre Einwilligung widerrufen Sie über den Link
„Cookies“ am Ende jeder Seite.
"""


@pytest.mark.parametrize("language", ["en", "fr", *FURTHER])
@pytest.mark.parametrize("kind", FORMATS)
def test_what_policylint_wrote_is_up_to_date(
    data: Any, write: Callable[..., Policy], compare: Compare, kind: str, language: str
) -> None:
    published = render(write(data, language).document, kind)

    assert compare(data, published, kind, language) == []


@pytest.mark.parametrize("name", ["`tick`", "a`b c`d", "*stars* _lines_", "a | b", "[x](y)", "\\`"])
@pytest.mark.parametrize("kind", FORMATS)
def test_a_name_of_marks_is_found_in_what_policylint_wrote(
    data: Any, write: Callable[..., Policy], compare: Compare, kind: str, name: str
) -> None:
    for vendor in data["vendors"].values():
        vendor["name"] = name

    assert compare(data, render(write(data).document, kind), kind) == []


@pytest.mark.parametrize("kind", FORMATS)
def test_markup_and_white_space_do_not_count(
    data: Any, write: Callable[..., Policy], compare: Compare, kind: str
) -> None:
    published = render(write(data).document, kind).replace("\n", "\r\n").replace(", ", ",  ")
    if kind == "html":
        published = published.replace("<strong>", '<b class="x">').replace("</strong>", "</b>")

    assert compare(data, published, kind) == []


def test_a_page_around_the_text_does_not_count(
    data: Any, write: Callable[..., Policy], compare: Compare
) -> None:
    page = render(write(data).document, "html")
    page = page.replace("<main", "<nav>Home Shop</nav><main").replace("</main>", "</main>Imprint")

    assert compare(data, page, "html") == []


@pytest.mark.parametrize("kind", FORMATS)
def test_the_first_sentence_that_differs_is_named(
    data: Any, write: Callable[..., Policy], compare: Compare, kind: str
) -> None:
    published = render(write(data).document, kind)
    data["consent"]["validity"] = "5 months"
    (found,) = compare(data, published, kind)

    assert found.message == (
        "the published text says 'We keep your consent for 6 months.' "
        "where the inventory gives 'We keep your consent for 5 months.'"
    )


def test_a_sentence_added_by_hand_is_named(
    data: Any, write: Callable[..., Policy], compare: Compare
) -> None:
    published = render(write(data).document, "markdown") + "\nWe never track you.\n"
    (found,) = compare(data, published)

    assert found.message == "the published text adds 'We never track you.'"


def test_a_draft_is_not_a_published_text(
    data: Any, write: Callable[..., Policy], compare: Compare
) -> None:
    published = render(write(data, draft=True).document, "text")

    assert [one.message for one in compare(data, published, "text")] == [
        "the published text is marked as a draft"
    ]


def test_a_page_written_by_hand_that_tells_every_fact_is_up_to_date(
    data: Any, compare: Compare
) -> None:
    assert compare(data, HAND_WRITTEN) == []


def test_a_page_written_by_hand_in_german_is_up_to_date(data: Any, compare: Compare) -> None:
    assert compare(data, GERMAN, language="de") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("dreizehn Monaten", "einer Weile", "the longest lifetime, 13 Monate, is not stated"),
        ("spätestens nach dreizehn", "nach höchstens zwölf", "contradicts the longest lifetime"),
        ("ohne Ihre Einwilligung", "immer", "essential cookies are not said to need no consent"),
        ("(Irland)", "", "the country of 'Google Ireland Limited', Irland, is not given with it"),
    ],
)
def test_a_fact_that_a_german_page_lacks_is_named(
    data: Any, compare: Compare, old: str, new: str, message: str
) -> None:
    published = GERMAN.replace(old, new)
    found = compare(data, published, language="de")

    assert published != GERMAN
    assert any(message in one.message for one in found), found


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("`perf`, ", "", "the cookie 'perf' is not listed"),
        ("`_ga` and ", "", "the cookie '_ga' is not listed"),
        ("Pulse Inc.", "Pulse", "the vendor 'Pulse Inc.' is not named"),
        ("(Ireland)", "", "the country of 'Google Ireland Limited', Ireland, is not given with it"),
        ("privacy@", "info@", "no declared contact of the controller is given"),
        ("CNIL", "us", "is not named"),
        ("foot of", "top of", "the way to withdraw consent"),
        (
            "thirteen (13) months at most",
            "a while",
            "the longest lifetime, 13 months, is not stated",
        ),
        ("thirteen (13)", "twelve (12)", "contradicts the longest lifetime, 13 months"),
        (
            "need no consent, and are set without your consent",
            "are",
            "the essential cookies are not said to need no consent",
        ),
    ],
)
def test_a_fact_that_a_page_lacks_is_named(
    data: Any, compare: Compare, old: str, new: str, message: str
) -> None:
    published = HAND_WRITTEN.replace(old, new)
    found = compare(data, published)

    assert published != HAND_WRITTEN
    assert any(message in one.message for one in found), found


def test_a_page_without_a_word_of_consent_is_found_out(data: Any, compare: Compare) -> None:
    published = HAND_WRITTEN.replace("With your consent we", "We").replace("your consent,", "it,")
    published = published.replace("Essential cookies need no consent, and are", "The site's are")
    messages = [one.message for one in compare(data, published.replace("without your consent", ""))]

    assert "the cookies of the group 'statistics' are not said to need consent" in messages


def test_a_longer_figure_for_data_is_no_contradiction(data: Any, compare: Compare) -> None:
    published = HAND_WRITTEN + "\nThe data of these cookies is kept for a maximum of 6 months.\n"

    assert compare(data, published) == []


def test_what_nobody_sees_does_not_count(data: Any, compare: Compare) -> None:
    hidden = "<p>Studio Ductus SAS</p><script>_ga px</script><p hidden>choice</p>"
    missing = {one.message for one in compare(data, hidden, "html")}

    assert "the cookie '_ga' is not listed" in missing
    assert "the cookie 'choice' is not listed" in missing


def test_names_with_markup_survive_the_reduction() -> None:
    assert reduce_text("**a** `_ga_*` [x](<https://y>) | \\_z\\_ |", "markdown") == "a _ga_* x _z_"
