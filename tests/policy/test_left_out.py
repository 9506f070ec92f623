from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from policylint.errors import UsageError
from policylint.law.jurisdictions import pack
from policylint.model.inventory import Inventory
from policylint.policy.blocks import DraftFinding, Policy
from policylint.policy.outline import build
from policylint.policy.render import render

PLACES: list[tuple[str, ...]] = [
    ("controller", "dpo"),
    ("consent", "validity"),
    ("consent", "refusal_memory"),
    ("consent", "if_refused"),
    ("consent", "withdrawal", "entry_point"),
    ("vendors", "google", "role"),
    ("vendors", "google", "privacy_policy"),
    ("vendors", "pulse", "essence"),
    ("vendors", "pulse", "transfers"),
    ("cookies", "3", "lifetime"),
    ("cookies", "3", "legal_basis"),
    ("cookies", "3", "retention"),
    ("cookies", "3", "data"),
    ("cookies", "3", "consent"),
    ("cookies", "3", "domain"),
    ("cookies", "2", "interest"),
    ("cookies", "2", "opt_out"),
    ("cookies", "1", "recipients"),
    ("cookies", "5", "profiling", "logic"),
    ("cookies", "5", "special_condition"),
]


def remove(data: Any, place: tuple[str, ...]) -> tuple[str | int, ...]:
    pointer = tuple(int(part) if part.isdigit() else part for part in place)
    for part in pointer[:-1]:
        data = data[part]
    del data[pointer[-1]]
    return pointer


@pytest.mark.parametrize("place", PLACES, ids="/".join)
def test_a_missing_fact_leaves_its_clause_out_and_is_named(
    data: Any, write: Callable[..., Policy], place: tuple[str, ...]
) -> None:
    pointer = remove(data, place)

    assert pointer in {one.pointer for one in write(data).left_out}


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (("cookies", "1", "recipients"), ("list", "the other readers", "declare 'recipients'")),
        (("cookies", "2", "opt_out"), ("exempt", "the opt-out", "declare 'opt_out'")),
        (
            ("cookies", "5", "profiling", "logic"),
            ("decisions", "the logic of the decisions", "declare 'profiling.logic'"),
        ),
        (
            ("consent", "refusal_memory"),
            ("improvement", "the memory of a refusal", "declare 'consent.refusal_memory'"),
        ),
        (
            ("vendors", "google", "role"),
            ("recipients", "the role of a company", "declare 'role'"),
        ),
    ],
)
def test_what_is_left_out_is_named_with_the_field_to_declare(
    data: Any, write: Callable[..., Policy], place: tuple[str, ...], told: tuple[str, str, str]
) -> None:
    remove(data, place)

    assert told in {(one.section, one.clause, one.reason) for one in write(data).left_out}


def test_unknown_parties_are_reported_together(data: Any, write: Callable[..., Policy]) -> None:
    for index in (1, 2):
        for field in ("vendor", "domain", "party"):
            data["cookies"][index].pop(field, None)
    left_out = write(data).left_out

    assert [one.pointer for one in left_out] == [("cookies", 1, "domain"), ("cookies", 2, "domain")]
    assert {(one.section, one.clause, one.reason) for one in left_out} == {
        ("list", "the party", "declare 'domain' or 'party'")
    }


def test_the_longest_lifetime_is_not_computed_when_one_is_missing(
    data: Any, words: Callable[..., str]
) -> None:
    remove(data, ("cookies", "1", "lifetime"))

    assert "longest lifetime" not in words(data)


def test_a_text_in_another_language_is_never_shown_in_silence(
    data: Any, write: Callable[..., Policy], words: Callable[..., str]
) -> None:
    data["consent"]["if_refused"] = {"en": "nothing changes"}
    left_out = write(data, "fr").left_out

    assert [one.pointer for one in left_out] == [("consent", "if_refused")]
    assert left_out[0].reason == "declare 'consent.if_refused' in 'fr'"
    assert "nothing changes" not in words(data, "fr")


def test_a_description_in_another_language_is_shown_and_marked(
    data: Any, write: Callable[..., Policy]
) -> None:
    data["cookies"][0]["description"] = {"en": "Keeps the choice."}
    policy = write(data, "fr")

    assert [one.pointer for one in policy.left_out] == [("cookies", 0, "description")]
    assert '<span lang="en">Keeps the choice.</span>' in render(policy.document, "html")
    assert "*Keeps the choice. (texte en anglais)*" in render(policy.document, "markdown")
    assert "Keeps the choice. (texte en anglais)" in render(policy.document, "text")


def test_rights_that_do_not_apply_are_not_promised(data: Any, words: Callable[..., str]) -> None:
    data["cookies"] = [data["cookies"][0]]
    text = words(data)

    assert "Right of access" in text
    assert "portability" not in text
    assert "Right to object" not in text
    assert "withdraw" not in text


def test_no_officer_is_named_where_none_is_required(
    data: Any, write: Callable[..., Policy], words: Callable[..., str]
) -> None:
    data["controller"]["dpo"] = {"required": False, "reason": "no large-scale monitoring"}

    assert write(data).left_out == ()
    assert "data protection officer" not in words(data)


def test_a_basis_that_differs_by_country_is_told_by_country(
    data: Any, words: Callable[..., str]
) -> None:
    data["site"]["jurisdictions"] = ["FR", "BE"]
    data["cookies"][2] |= {
        "consent": "opt-in",
        "legal_basis": {"FR": "legitimate-interests", "BE": "consent"},
    }
    text = words(data)

    assert "legitimate interests (Article 6(1)(f) GDPR) in France" in text
    assert "consent (Article 6(1)(a) GDPR) in Belgium" in text
    assert "In Belgium: only with your consent." in text


def test_a_representative_and_an_alternative_to_consent_are_told(
    data: Any, words: Callable[..., str]
) -> None:
    data["controller"]["representative"] = {
        "name": "Rep",
        "email": "r@rep.example",
        "country": "FR",
    }
    data["consent"] |= {"wall": "pay-or-consent", "alternative": {"en": "two euros a month"}}
    data["site"] |= {"directed_at_children": True, "parental_consent": {"en": "by a code"}}
    text = words(data)

    assert "Our representative (France): Rep, r@rep.example." in text
    assert "The alternative is this: two euros a month." in text
    assert "A parent agrees in this way: by a code." in text


def test_an_unknown_language_is_refused_naming_the_known_ones(
    data: Any, write: Callable[..., Policy]
) -> None:
    with pytest.raises(UsageError, match=r"'sv'.*en, fr"):
        write(data, "sv")


def test_a_regional_language_of_the_site_is_found_by_its_base(
    data: Any, write: Callable[..., Policy]
) -> None:
    data["site"]["languages"] = ["fr-BE", "en"]

    assert write(data, "fr").document.language == "fr-BE"


def test_a_draft_names_its_open_errors(data: Any, write: Callable[..., Policy]) -> None:
    finding = DraftFinding("LIF001", "too <long>", "cookies.yaml:3:4")
    page = render(write(data, "fr", draft_findings=[finding]).document, "html")

    assert "<h1>Projet\u00a0: Politique" in page
    assert '<code>LIF001</code>, <code>cookies.yaml:3:4</code>\u00a0: <span lang="en">' in page
    assert "too &lt;long&gt;" in page


def test_the_version_follows_the_words_and_not_the_day(
    data: Any, read_inventory: Callable[[Any], Inventory], write: Callable[..., Policy]
) -> None:
    today = write(data).document.version
    france = pack("FR")
    assert france is not None
    later = build(read_inventory(data), [france], "en", date(2027, 1, 1)).document.version
    data["cookies"][0]["lifetime"] = "5 months"

    assert today == later
    assert today != write(data).document.version
