from typing import Any

import pytest

from policylint.i18n.catalogue import catalogue
from policylint.model.lifetime import parse_lifetime
from policylint.policy.durations import states
from policylint.policy.facts import Fact
from policylint.policy.search import Published

CONSENT = Fact(("cookies", 0, "consent"), "", ("consent",), near=("statistics",))
COUNTRY = Fact(("vendors", "v", "country"), "", ("ireland",), near=("acme ireland",))


@pytest.mark.parametrize(
    ("name", "text", "is_there"),
    [
        ("_ga", "x (_ga).", True),
        ("_ga", "_ga_x _ga* x_ga", False),
        ("_ga_*", "a _ga_<id> b", True),
        ("_ga_*", "a _ga_* b", True),
        ("_ga_*", "a _ga b", False),
        ("*_id", "x: abc_id, y", True),
        ("*_id", "x: abc_ids, y", False),
        ("a*b*c", "a1,b2c a1b2c3 a1b2 c", False),
        ("a*b*c", "a1,b2c a1b2c", True),
        ("-a*", "x-a -a1", True),
        ("a-", "a-b", False),
        ("a-", "a-*", False),
        ("a-", "(a-)", True),
        ("a b*c d", "a a b1c d2 a a b1c d", True),
        ("a b*c d", "a b 1c d", False),
        ("*", "", True),
        ("a*a*a*a*a*a*a*b", "a" * 2_000, False),
    ],
)
def test_a_name_is_found_where_it_stands_alone(name: str, text: str, is_there: bool) -> None:
    assert Published(text).holds(Fact(("cookies", 0, "name"), "", glob=name)) is is_there


@pytest.mark.parametrize(
    ("fact", "text", "is_there"),
    [
        (CONSENT, "Statistics need your\nCONSENT", True),
        (CONSENT, "Consent is for statistics", True),
        (CONSENT, "Statistics" + " x" * 400 + " consent", False),
        (COUNTRY, "Acme, Ireland", False),
        (COUNTRY, "Acme Ireland (Ireland)", True),
        (COUNTRY, "Ireland: Acme\nIreland", True),
    ],
)
def test_a_word_counts_near_another_and_not_inside_it(
    fact: Fact, text: str, is_there: bool
) -> None:
    assert Published(text).holds(fact) is is_there


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("the Cookies page: follow it", True),
        ("follow\nCookies", False),
        ("follow" + " x" * 300 + " cookies", False),
        ("follow follow" + " x" * 190 + " cookies", True),
        ("follows cookies", False),
    ],
)
def test_words_count_together_in_a_line(text: str, is_there: bool) -> None:
    fact = Fact(("consent",), "", ("never",), scattered=("follow", "cookies"))

    assert Published(text).holds(fact) is is_there


def test_a_long_name_is_cut_in_a_message(data: Any, compare: Any) -> None:
    for record in (data["cookies"][0], data["controller"], data["vendors"]["google"]):
        record["name"] = "n" * 4_000
    data["consent"]["withdrawal"]["entry_point"] = "n" * 4_000
    messages = [one.message for one in compare(data, "nothing")]

    assert sum("n" * 59 + "…" in message for message in messages) >= 5
    assert max(map(len, messages)) < 250


@pytest.mark.parametrize("text", ["at most cookie s\u0131x month\u017f", "1 m\u0131nute"])
def test_letters_that_fold_into_others_are_no_fault(data: Any, compare: Any, text: str) -> None:
    assert compare(data, text, "text")


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Sie enden nach 13 Monaten.", True),
        ("Sie bleiben dreizehn Monate.", True),
        ("höchstens einem Jahr und einem Monat", True),
        ("Sie enden nach 12 Monaten.", False),
        ("einem Jahr oder einem Monat", False),
    ],
)
def test_a_german_text_states_a_duration_in_any_case(text: str, is_there: bool) -> None:
    assert states(text, parse_lifetime("13 months"), catalogue("de")) is is_there
