"""What the editor proposes; `|` is the cursor."""

from typing import Any

import pytest

from benchmarks.inventories import inventory
from policylint.editor.cursor import find_cursor
from tests.editor.client import Client, applied, span

CLEAN = inventory(3)
CONSENT = "consent:\n  platform: platform\n"


def proposed(client: Client, text: str, name: str = "cookies.yaml") -> list[Any]:
    """Ask for proposals at the cursor; the text is told as if it had just been typed."""
    at = span(text, "|")["start"]
    bare = text.replace("|", "", 1)
    uri = client.uri(name)
    if uri in client.versions:
        client.tell_change(name, bare)
    else:
        client.tell_open(uri, bare)
    found: list[Any] = client.request(
        "textDocument/completion", {"textDocument": {"uri": uri}, "position": at}
    )
    return found


def labels(client: Client, text: str, name: str = "cookies.yaml") -> list[str]:
    return [one["label"] for one in proposed(client, text, name)]


def test_a_new_line_of_an_entry_is_offered_the_fields_that_it_lacks(client: Client) -> None:
    client.open("cookies.yaml", CLEAN)

    found = labels(
        client, CLEAN.replace("    renewal: fixed\n", "    re|\n    renewal: fixed\n", 1)
    )

    assert {"requested", "recipients", "respawns"} <= set(found)
    assert not {"name", "category", "renewal", "record"} & set(found)


def test_required_fields_are_marked_and_come_in_the_order_of_the_format(client: Client) -> None:
    found = proposed(client, f"{CLEAN}  - |\n")

    assert [one["label"] for one in found][:3] == ["name", "category", "purposes"]
    assert [one.get("detail") for one in found][:4] == ["required", "required", "required", None]
    assert found[0]["documentation"]["value"].startswith("Exact name")
    assert sorted(one["sortText"] for one in found) == [one["sortText"] for one in found]


def test_an_accepted_proposal_replaces_what_was_typed(client: Client) -> None:
    text = f"{CLEAN}  - name: x\n    cat|\n"
    (chosen,) = [one for one in proposed(client, text) if one["label"] == "category"]

    done = applied(text.replace("|", ""), [chosen["textEdit"]])

    assert done == f"{CLEAN}  - name: x\n    category: \n"


def test_a_field_of_lines_is_written_with_its_colon_alone(client: Client) -> None:
    text = CLEAN.replace("controller:\n", "cont|\n", 1)
    (chosen,) = [one for one in proposed(client, text) if one["label"] == "controller"]

    assert chosen["textEdit"]["newText"] == "controller:"


def test_a_key_that_has_its_colon_gets_no_second_one(client: Client) -> None:
    text = CLEAN.replace("    renewal: fixed\n", "    ren|: fixed\n", 1)
    (chosen,) = [one for one in proposed(client, text) if one["label"] == "renewal"]

    assert chosen["textEdit"]["newText"] == "renewal"


@pytest.mark.parametrize(
    ("before", "after", "some"),
    [
        ("    category: improvement", "    category: |", {"essential", "improvement"}),
        ("    category: improvement", "    category: imp|", {"essential", "improvement"}),
        ("    consent: opt-in", "    consent: |", {"opt-in", "none", "opt-out", "implied"}),
        ("    secure: true", "    storage: lo|", {"cookie", "local-storage", "pixel"}),
        ("    secure: true", "    secure: |", {"true", "false"}),
        ("    purposes: [audience-measurement]", "    purposes: [|", {"advertising", "payment"}),
        ("    purposes: [audience-measurement]", "    purposes: [payment, ad|]", {"advertising"}),
        ("    purposes: [audience-measurement]", "    purposes:\n      - pay|", {"payment"}),
        ("    purposes: [audience-measurement]", "    purposes:\n    - |", {"payment"}),
        ("    purposes: [audience-measurement]", "    purposes: [\n      payment,\n      a|", {"advertising"}),
        ("    vendor: analytics", "    vendor: |", {"platform", "analytics"}),
        ("    vendor: analytics", "    recipients: [pla|]", {"platform", "analytics"}),
        ("  platform: platform", "  platform: |", {"platform", "analytics"}),
        ("  jurisdictions: [FR]", "  jurisdictions: [FR, |", {"FR", "UK", "CH", "NO", "EU"}),
        ("clicks: {accept: 1, reject: 1, withdraw: 2}", "clicks: {accept: 1, |", {"reject", "withdraw"}),
        ("first_layer: {accept: button,", "first_layer: {accept: |,", {"button", "link", "none"}),
        ("    country: IE", "    country: |", {"IE", "FR"}),
        ("    transfers: [{country: US, ", "    transfers: [{mechanism: |, country: US, ", {"dpf", "scc"}),
        ("    legal_basis: consent", "    legal_basis: |", {"consent", "contract"}),
        ("version: 1", "version: |", {"1"}),
        ("  wall", "  wall", set()),
        ("cookies:\n", "x|\ncookies:\n", {"include", "approvals"}),
        ("    lifetime: 13 months", "    measurement:\n      |\n    lifetime: 13 months", {"own_account", "uses"}),
    ],
)  # fmt: skip
def test_words_and_fields_are_offered_where_they_belong(
    client: Client, before: str, after: str, some: set[str]
) -> None:
    client.open("cookies.yaml", CLEAN)
    text = CLEAN.replace(before, after, 1)
    if "|" not in text:
        text = f"{text}|"

    found = labels(client, text)

    assert some <= set(found)
    assert len(found) == len(set(found))


def test_a_purpose_says_what_the_law_makes_of_it(client: Client) -> None:
    text = CLEAN.replace("[audience-measurement]", "[|]", 1)

    told = {one["label"]: one["documentation"]["value"] for one in proposed(client, text)}

    assert "FR `audience-measurement`" in told["audience-measurement"]
    assert "Never `essential`" in told["advertising"]
    assert len(told) == 54


def test_vendors_are_still_known_while_the_text_is_broken(client: Client) -> None:
    client.open("cookies.yaml", CLEAN)
    client.change("cookies.yaml", CLEAN.replace("consent:\n", "consent: [\n"))
    text = CLEAN.replace("consent:\n", "consent: [\n").replace("vendor: analytics", "vendor: |")

    assert labels(client, text) == ["platform", "analytics"]


def test_json_is_written_with_its_quotes(client: Client) -> None:
    text = '{"version": 1, "cookies": [{"name": "a", "category": |, "purposes": ["pay"]}]}'
    found = [one["textEdit"]["newText"] for one in proposed(client, text, "cookies.json")]
    assert found == ['"essential"', '"improvement"']

    text = text.replace("|", '"ess|"')
    found = [one["textEdit"]["newText"] for one in proposed(client, text, "cookies.json")]
    assert found == ["essential", "improvement"]
    keys = proposed(client, '{"version": 1, |', "cookies.json")
    assert '"site": ' in [one["textEdit"]["newText"] for one in keys]


@pytest.mark.parametrize(
    "text",
    [
        CLEAN.replace("    secure: true", "    secure: true # x|", 1),
        CLEAN.replace("    secure: true", "    # cat|", 1),
        CLEAN.replace("    secure: true", "    note: |\n      some cat|", 1).replace(
            "note: |\n", "note: >\n"
        ),
        CLEAN.replace("    secure: true", "    note: some text|", 1),
        CLEAN.replace("    secure: true", "    x-own: |", 1),
    ],
)
def test_nothing_is_proposed_in_running_text(client: Client, text: str) -> None:
    assert labels(client, text) == []


def test_a_position_after_an_emoji_is_understood(client: Client) -> None:
    text = CLEAN.replace(
        "clicks: {accept: 1, reject: 1, withdraw: 2}", 'clicks: {"🍪": 1, accept: 1, |}'
    )

    found = proposed(client, text)

    assert "reject" in [one["label"] for one in found]
    assert found[0]["textEdit"]["range"] == {
        "start": span(text, "|")["start"],
        "end": span(text, "|")["start"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "{",
        "[",
        "-",
        ":",
        "a:\n\t",
        "'",
        '"',
        "{a",
        "a: {]",
        "\u2028",
        "- - -",
        "}",
        "a: {'",
    ],
)
def test_any_beginning_has_a_cursor_or_none(text: str) -> None:
    for offset in range(len(text) + 1):
        found = find_cursor(text, offset)
        assert found is None or found.word <= max(offset, len(text))


def test_every_place_of_an_inventory_can_be_asked_for() -> None:
    for offset in range(0, len(CLEAN), 3):
        for text in (CLEAN, CLEAN[:offset]):
            found = find_cursor(text, offset)
            assert found is None or 0 <= found.word <= offset
