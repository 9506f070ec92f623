"""Included files: judged where they are included, by what is open in the editor."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.inventories import inventory
from tests.editor.client import Client, span

WHOLE = inventory(3)
ROOT = WHOLE[: WHOLE.index("vendors:\n")].replace(
    "version: 1\n", "version: 1\ninclude: [parts.yaml]\n"
)
MAIN = f"{ROOT}cookies: []\n"
PARTS = "version: 1\n" + WHOLE[WHOLE.index("vendors:\n") :]
LONG = PARTS.replace("13 months", "3 years")


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(MAIN, encoding="utf-8")
    (tmp_path / "parts.yaml").write_text(PARTS, encoding="utf-8")


def codes(found: list[Any]) -> list[str]:
    return [one["code"] for one in found]


def test_a_finding_in_an_included_file_is_told_for_that_file(
    client: Client, tmp_path: Path
) -> None:
    (tmp_path / "parts.yaml").write_text(LONG, encoding="utf-8")

    assert client.open("cookies.yaml", MAIN) == []

    (found,) = client.diagnostics(client.uri("parts.yaml"), None)
    assert found["code"] == "LIF001"
    assert found["range"] == span(LONG, "3 years")


def test_the_open_text_of_an_included_file_counts_before_it_is_saved(client: Client) -> None:
    assert client.open("cookies.yaml", MAIN) == []
    assert client.diagnostics(client.uri("parts.yaml"), None) == []

    assert client.open("parts.yaml", PARTS) == []
    assert codes(client.change("parts.yaml", LONG)) == ["LIF001"]
    assert codes(client.change("parts.yaml", LONG.replace("name: _stat", "nme: _stat"))) == [
        "DOC002"
    ]
    assert client.change("parts.yaml", PARTS) == []


def test_what_is_on_disk_counts_again_when_an_included_text_is_closed(client: Client) -> None:
    client.open("cookies.yaml", MAIN)
    client.open("parts.yaml", LONG)
    uri = client.uri("parts.yaml")

    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    assert client.diagnostics(uri, None) == []


def test_an_included_inventory_is_not_judged_alone(client: Client, tmp_path: Path) -> None:
    main = MAIN.replace("parts.yaml", "more.cookies.yaml")
    (tmp_path / "more.cookies.yaml").write_text(PARTS, encoding="utf-8")
    alone = client.open("more.cookies.yaml", PARTS)
    assert "DOC002" in codes(alone)  # as an inventory it lacks its site

    assert client.open("cookies.yaml", main) == []

    assert client.diagnostics(client.uri("more.cookies.yaml"), 1) == []
    client.change("cookies.yaml", MAIN)
    assert "DOC002" in codes(client.diagnostics(client.uri("more.cookies.yaml"), 1))


def test_an_include_that_is_only_open_is_found(client: Client, tmp_path: Path) -> None:
    (tmp_path / "parts.yaml").unlink()
    assert "DOC004" in codes(client.open("cookies.yaml", MAIN))

    client.tell_open(client.uri("parts.yaml"), PARTS)
    client.notify("textDocument/didSave", {"textDocument": {"uri": client.uri("parts.yaml")}})

    assert client.diagnostics(client.uri("cookies.yaml"), 1) == []


def test_two_inventories_may_include_one_file(client: Client, tmp_path: Path) -> None:
    (tmp_path / "shop.cookies.yaml").write_text(MAIN, encoding="utf-8")
    client.open("cookies.yaml", MAIN)
    client.open("shop.cookies.yaml", MAIN)
    client.tell_open(client.uri("parts.yaml"), LONG)

    found = client.request(
        "textDocument/documentSymbol", {"textDocument": {"uri": client.uri("parts.yaml")}}
    )
    assert [one["name"] for one in found] == ["vendors", "cookies"]
    client.notify("textDocument/didClose", {"textDocument": {"uri": client.uri("cookies.yaml")}})
    assert client.diagnostics(client.uri("cookies.yaml"), None) == []


def test_the_definition_of_a_vendor_may_be_in_another_file(client: Client) -> None:
    client.open("cookies.yaml", MAIN)
    place = span(MAIN, "platform: platform")["end"]

    found = client.request(
        "textDocument/definition",
        {"textDocument": {"uri": client.uri("cookies.yaml")}, "position": place},
    )

    assert found["uri"] == client.uri("parts.yaml")
    assert found["range"] == span(PARTS, "platform")
