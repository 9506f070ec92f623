from pathlib import Path
from typing import Any

import pytest

from policylint.model.faults import faults
from policylint.model.inventory import Inventory
from policylint.source.load import load

FRAME = """
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
"""
COOKIE = "{name: _ga, category: improvement, purposes: [audience-measurement]"


def said(text: str) -> list[str]:
    data: Any = load("cookies.yaml", text.encode()).data
    return [fault.message for fault in faults(Inventory, data)]


def said_of(field: str) -> list[str]:
    return said(f"{FRAME}cookies: [{COOKIE}, {field}}}]")


DURATION = "a duration such as '13 months', 'P13M', 'session' or 'until-cleared'"


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("lifetme: 1 day", "unknown field 'lifetme' in cookie '_ga'; did you mean 'lifetime'?"),
        ("lifetime: 2 ans", f"'lifetime' of cookie '_ga': '2 ans' is no duration; expected {DURATION}"),
        ("lifetime: 13", f"'lifetime' of cookie '_ga': the bare number 13 has no unit; expected {DURATION}"),
        ("consent: optin", "'consent' of cookie '_ga' holds 'optin'; expected 'opt-in', 'none', 'opt-out' or 'implied'; did you mean 'opt-in'?"),
        ("secure: 'yes'", "'secure' of cookie '_ga' holds 'yes'; expected true or false"),
        ("vendor: ~", "'vendor' of cookie '_ga' holds nothing; expected the id of a vendor: small letters, digits and '-', a letter first"),
        ("owner: 7", "'owner' of cookie '_ga' holds the number 7; expected text: put it in quotes"),
        ("data: email", "'data' of cookie '_ga' holds 'email'; expected a list: [email]"),
        ("reviewed: 2026-02-30", "'reviewed' of cookie '_ga' holds '2026-02-30', a day that does not exist"),
        ("legal_basis: {FR: li}", "'legal_basis.FR' of cookie '_ga' holds 'li'; expected one of 'consent', 'contract', 'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interests'"),
        ("description: {en: ''}", "'description.en' of cookie '_ga' is blank; expected text, or leave the line out"),
        ("retention: {until: x}", "'retention' of cookie '_ga' holds a mapping; expected a duration, or {criterion: text}"),
        ("exempt_in: {fr: statistics}", "the key 'fr' of cookie '_ga' holds 'fr'; expected the code of a jurisdiction, such as 'FR', 'EU' or 'UK'"),
        ("measurement: {own_acount: true}", "unknown field 'own_acount' in cookie '_ga'; did you mean 'own_account'?"),
    ],
)  # fmt: skip
def test_a_fault_is_one_sentence_of_a_colleague(field: str, message: str) -> None:
    assert said_of(field) == [message]


@pytest.mark.parametrize(
    ("approval", "message"),
    [
        ("x", "item 1 of 'approvals' holds 'x'"),
        (
            "{by: A, role: B, on: 2026-01-02, decision: approved, digest: ''}",
            "'digest' of item 1 of 'approvals' is blank",
        ),
        (
            "{by: A, role: B, on: 2026-01-02, decision: approved, digest: x, conditions: {en: 7}}",
            "'conditions.en' of item 1 of 'approvals' holds the number 7",
        ),
    ],
)
def test_a_fault_in_a_list_names_the_item(approval: str, message: str) -> None:
    (found,) = said(f"{FRAME}cookies: []\napprovals: [{approval}]")

    assert found.startswith(message)


def test_a_misspelled_required_field_is_one_fault_not_two() -> None:
    text = f"{FRAME}cookies: [{{name: _ga, categroy: essential, purposes: [security]}}]"

    assert said(text) == ["unknown field 'categroy' in cookie '_ga'; did you mean 'category'?"]


def test_a_missing_field_says_what_belongs_there() -> None:
    text = f"{FRAME}cookies: [{{name: _ga, purposes: [security]}}]"

    assert said(text) == ["cookie '_ga' has no 'category'; expected 'essential' or 'improvement'"]


def test_a_purpose_outside_the_vocabulary_names_the_nearest() -> None:
    text = f"{FRAME}cookies: [{{name: a, category: essential, purposes: [audience_measurement]}}]"

    (message,) = said(text)

    assert message.endswith("did you mean 'audience-measurement'?")


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("duration: 1 day", "unknown field 'duration' in cookie '_ga'; did you mean 'lifetime'?"),
        ("provider: google", "unknown field 'provider' in cookie '_ga'; did you mean 'vendor'?"),
    ],
)
def test_what_other_tools_call_a_field_names_ours(field: str, message: str) -> None:
    assert said_of(field) == [message]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("analytics", "'audience-measurement'"),
        ("marketing", "'advertising' or 'retargeting'"),
    ],
)
def test_a_group_written_as_a_purpose_names_the_purposes_of_it(word: str, meant: str) -> None:
    text = f"{FRAME}cookies: [{COOKIE.replace('audience-measurement', word)}}}]"

    (message,) = said(text)

    assert message.endswith(f"did you mean {meant}?")


def test_one_representative_may_stand_without_a_list() -> None:
    text = FRAME.replace("a@a.example}", "a@a.example, representative: {name: R}}")

    assert said(f"{text}cookies: []") == [
        "'representative' of 'controller' has no 'email' (address for e-mail)",
        "'representative' of 'controller' has no 'country' (where the representative is established)",
    ]


@pytest.mark.parametrize("text", ["[]", "text", "12"])
def test_a_document_that_is_no_mapping_says_what_one_holds(text: str) -> None:
    (message,) = said(text)

    assert message.endswith("expected a mapping of fields: version, site, controller, cookies")


def test_every_fault_of_a_hopeless_file_is_reported_once() -> None:
    messages = said("{version: 0, sit: {}, cookies: [1, {name: '*'}], vendors: {G: x}}")

    assert len(messages) == len(set(messages))
    assert "unknown field 'sit' in the inventory; did you mean 'site'?" in messages
    assert (
        "'version' of the inventory holds the number 0; expected 1, the only version of the format"
        " there is"
    ) in messages
    assert "item 1 of 'cookies' holds the number 1; expected a mapping of fields" in messages


@pytest.mark.parametrize("name", sorted(Path(__file__).parent.glob("*.yaml")))
def test_a_right_file_has_no_faults(name: Path) -> None:
    assert said(name.read_text(encoding="utf-8")) == []
