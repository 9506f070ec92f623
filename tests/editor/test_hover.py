"""What stands under the pointer."""

import re
from typing import Any

from benchmarks.inventories import inventory
from tests.editor.client import Client, span

CLEAN = inventory(3).replace("jurisdictions: [FR]", "jurisdictions: [FR, UK, NO]")
LONG = CLEAN.replace("13 months", "3 years", 1)


def hover(client: Client, text: str, part: str, occurrence: int = 0) -> str:
    if client.uri("cookies.yaml") not in client.versions:
        client.open("cookies.yaml", text)
    place = span(text, part, occurrence=occurrence)["start"]
    found: Any = client.request(
        "textDocument/hover",
        {"textDocument": {"uri": client.uri("cookies.yaml")}, "position": place},
    )
    return "" if found is None else str(found["contents"]["value"])


def test_a_finding_says_rule_message_grounds_and_cure(client: Client) -> None:
    page = hover(client, LONG, "3 years")

    assert "[LIF001](<https://github.com/" in page
    assert "lifetime\\-too\\-long" in page or "lifetime-too-long" in page
    assert "(error in FR, NO, UK)" in page
    assert "not law" in page
    assert "](<https://www.legifrance" in page or "(<http" in page
    assert "How to fix it: " in page


def test_a_field_is_described(client: Client) -> None:
    assert "Required." in hover(client, CLEAN, "category")
    assert "The claim: `essential`" in hover(client, CLEAN, "category")
    assert "How long it stays on the device." in hover(client, CLEAN, "lifetime")
    assert "Who decides about the cookies" in hover(client, CLEAN, "controller:")
    assert "what the visitor sees first" in hover(client, CLEAN, "first_layer").lower()
    assert "To refuse everything." in hover(client, CLEAN, "reject: 1")


def test_a_word_says_what_it_means_and_where_it_is_exempt(client: Client) -> None:
    page = hover(client, CLEAN, "audience-measurement")

    assert "Counts visits and visitors." in page
    assert "Never `essential`" in page
    assert "FR `audience-measurement` (authority)" in page
    assert "on its own" in hover(client, CLEAN, "load-balancing")
    assert "carry a communication" in hover(client, CLEAN, "transmission")


def test_a_jurisdiction_is_summed_up(client: Client) -> None:
    french = hover(client, CLEAN, "FR, UK")

    assert "**`FR`**" in french
    assert "consent holds at most: 6 months" in french
    assert "law on cookies" in french
    assert "the EU baseline judges it" in hover(client, CLEAN, "NO]")


def test_the_name_of_a_cookie_tells_where_consent_is_needed(client: Client) -> None:
    page = hover(client, CLEAN, "_stat_1")

    assert "**`_stat_1`**" in page
    assert "- **FR** Consent is needed" in page
    assert "- **UK** Consent is needed" in page
    assert "Consent is not needed" in hover(client, CLEAN, "SERVERID2")


def test_a_broken_text_still_shows_its_fault(client: Client) -> None:
    text = CLEAN.replace("consent:\n", "consent: [\n")
    (found,) = client.open("cookies.yaml", text)

    answer = client.request(
        "textDocument/hover",
        {"textDocument": {"uri": client.uri("cookies.yaml")}, "position": found["range"]["start"]},
    )

    assert "DOC001" in answer["contents"]["value"]


def test_nothing_is_said_of_a_comment_or_of_the_end(client: Client) -> None:
    text = f"# a comment\n{CLEAN}"

    assert hover(client, text, "# a") == ""
    assert client.request("textDocument/hover", client.at("cookies.yaml", 99_999, 0)) is None


def test_hostile_names_make_no_markdown(client: Client) -> None:
    name = "[click](https://evil.example) <img src=x onerror=y> `a` **b** www.evil.example"
    text = LONG.replace("name: _stat_1\n", f'name: "{name}"\n')

    on_finding = hover(client, text, "3 years")
    on_name = hover(client, text, "[click]")

    for page in (on_finding, on_name):
        bare = re.sub(r"\\.", "", page.replace(f"``{name}``", ""))  # less what is escaped
        assert "evil" in page
        assert "](https" not in bare
        assert "<img" not in bare
        assert "www.evil" not in bare
        assert "**b**" not in bare
    assert "\\[click\\]\\(https\\://evil\\.example\\)" in on_finding
