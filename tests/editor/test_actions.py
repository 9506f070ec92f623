"""What the editor offers to do."""

from typing import Any

import pytest

from benchmarks.inventories import inventory
from tests.editor.client import Client, applied, span
from tests.editor.conftest import Start

CLEAN = inventory(3)
UNUSED = CLEAN.replace(
    "  url: ", "  # policylint: ignore[INV013] was needed 🍪\n  url: ", 1
).replace(
    "    renewal: fixed\n",
    "    renewal: fixed  # policylint: ignore[LIF001, INV013] was needed\n",
    1,
)
UNOWNED = CLEAN.replace("    owner: web@benchmark.example\n", "", 1)
LONG = CLEAN.replace("13 months", "3 years", 1)


def offered(client: Client, place: Any, *only: str, diagnostics: Any = ()) -> list[Any]:
    context: dict[str, Any] = {"diagnostics": list(diagnostics)}
    if only:
        context["only"] = list(only)
    found: list[Any] = client.request(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": client.uri("cookies.yaml")},
            "range": place,
            "context": context,
        },
    )
    return found


def carried_out(client: Client, text: str, action: Any) -> str:
    (edits,) = action["edit"]["changes"].values()
    assert list(action["edit"]["changes"]) == [client.uri("cookies.yaml")]
    return applied(text, edits)


def test_a_safe_fix_is_offered_and_gives_the_text_that_it_promises(client: Client) -> None:
    found = client.open("cookies.yaml", UNUSED)
    place = found[0]["range"]

    (action,) = [
        one
        for one in offered(client, place, "quickfix", diagnostics=found)
        if one.get("isPreferred")
    ]

    assert action["title"] == "DOC005: remove the suppression"
    assert action["diagnostics"] == [found[0]]
    mended = carried_out(client, UNUSED, action)
    assert mended == UNUSED.replace("  # policylint: ignore[INV013] was needed 🍪\n", "", 1)
    assert len(client.change("cookies.yaml", mended)) == len(found) - 1


def test_every_safe_fix_at_once_leaves_nothing_to_fix(client: Client) -> None:
    client.open("cookies.yaml", UNUSED)

    (action,) = offered(client, span(UNUSED, "version"), "source.fixAll")

    assert action["kind"] == "source.fixAll.policylint"
    mended = carried_out(client, UNUSED, action)
    left = client.change("cookies.yaml", mended)
    again = offered(client, span(mended, "version"), "source.fixAll.policylint")
    while again:
        mended = carried_out(client, mended, again[0])
        left = client.change("cookies.yaml", mended)
        again = offered(client, span(mended, "version"), "source.fixAll.policylint")
    assert left == []
    assert mended == CLEAN


def test_without_a_safe_fix_nothing_is_offered_for_the_whole(client: Client) -> None:
    client.open("cookies.yaml", LONG)

    assert offered(client, span(LONG, "version"), "source.fixAll") == []
    assert offered(client, span(LONG, "version"), "refactor") == []


def test_an_error_cannot_be_suppressed(client: Client) -> None:
    client.open("cookies.yaml", LONG)

    assert offered(client, span(LONG, "3 years")) == []


def test_a_suppression_silences_nothing_until_its_reason_is_written(client: Client) -> None:
    (found,) = client.open("cookies.yaml", UNOWNED)

    (action,) = offered(client, found["range"], diagnostics=[found])

    text = carried_out(client, UNOWNED, action)
    assert "  # policylint: ignore[INV013] \n  - name: choice\n" in text
    assert sorted(one["code"] for one in client.change("cookies.yaml", text)) == [
        "DOC006",
        "INV013",
    ]
    reasoned = text.replace("ignore[INV013] \n", "ignore[INV013] known to all\n")
    assert client.change("cookies.yaml", reasoned) == []


def test_a_second_suppression_joins_the_first(client: Client) -> None:
    text = UNOWNED.replace("    reviewed: 2026-10-01\n", "    reviewed: 2020-10-01\n", 1).replace(
        "    reviewed: 2020-10-01\n",
        "    # policylint: ignore[INV013] x\n    reviewed: 2020-10-01\n",
        1,
    )
    found = client.open("cookies.yaml", text)
    (overdue,) = [one for one in found if one["code"] == "INV012"]

    (action,) = [
        one for one in offered(client, overdue["range"]) if one["title"].startswith("INV012")
    ]

    assert "# policylint: ignore[INV013, INV012] x\n" in carried_out(client, text, action)


def test_a_suppression_keeps_the_line_ends_of_the_file(client: Client) -> None:
    text = UNOWNED.replace("\n", "\r\n")
    (found,) = client.open("cookies.yaml", text)

    (action,) = offered(client, found["range"])

    (edits,) = action["edit"]["changes"].values()
    assert edits[0]["newText"] == "  # policylint: ignore[INV013] \r\n"


def test_json_has_no_comments_to_suppress_with(client: Client) -> None:
    text = '{"version": 1, "site": {}}\n'
    found = client.open("cookies.json", text)
    context = {"diagnostics": [], "only": ["quickfix"]}
    uri = {"uri": client.uri("cookies.json")}
    params = {"textDocument": uri, "range": found[0]["range"], "context": context}

    assert client.request("textDocument/codeAction", params) == []


def test_an_edit_names_the_version_where_the_editor_takes_it(start: Start) -> None:
    client = start(workspaceEdit={"documentChanges": True})
    (found,) = client.open("cookies.yaml", UNOWNED)

    (action,) = offered(client, found["range"])

    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": client.uri("cookies.yaml"), "version": 1}


@pytest.mark.parametrize("name", ["vendors", "cookies"])
def test_the_outline_lists_vendors_and_cookies(client: Client, name: str) -> None:
    client.open("cookies.yaml", CLEAN)
    uri = {"uri": client.uri("cookies.yaml")}

    groups = client.request("textDocument/documentSymbol", {"textDocument": uri})

    (group,) = [one for one in groups if one["name"] == name]
    listed = {"vendors": ["platform", "analytics"], "cookies": ["choice", "_stat_1", "SERVERID2"]}
    assert [one["name"] for one in group["children"]] == listed[name]
    for one in group["children"]:
        assert one["selectionRange"] == span(CLEAN, one["name"], occurrence=occurrence(one))


def occurrence(symbol: Any) -> int:
    start = symbol["selectionRange"]["start"]
    lines = CLEAN.split("\n")[: start["line"] + 1]
    lines[-1] = lines[-1][: start["character"]]
    return "\n".join(lines).count(symbol["name"])


def test_a_vendor_leads_to_its_entry(client: Client) -> None:
    client.open("cookies.yaml", CLEAN)
    place = span(CLEAN, "vendor: analytics")["end"]

    found = client.request(
        "textDocument/definition",
        {"textDocument": {"uri": client.uri("cookies.yaml")}, "position": place},
    )

    assert found == {"uri": client.uri("cookies.yaml"), "range": span(CLEAN, "analytics")}
