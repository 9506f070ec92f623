import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from policylint.policy.blocks import Policy
from policylint.policy.render import render


def pointed(data: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        data = data[int(name)] if isinstance(data, list) else data[name]
    return data


def sources(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node.get("sources", ())
        for value in node.values():
            yield from sources(value)
    elif isinstance(node, list):
        for value in node:
            yield from sources(value)


def section(policy: Any, anchor: str) -> Any:
    return next(one for one in policy["sections"] if one["anchor"] == anchor)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_source_names_a_part_of_the_inventory(
    data: Any, write: Callable[..., Policy], language: str
) -> None:
    policy = json.loads(render(write(data, language).document, "json"))

    found = set(sources(policy))
    assert len(found) > 100
    for pointer in found:
        parts = pointer.split("/")[1:]
        # A field that is left out has a default: what is pointed at must exist, or its parent.
        pointed(data, "/" + "/".join(parts[:-1])) if len(parts) > 1 else pointed(data, pointer)


def test_a_sentence_says_which_field_it_came_from(data: Any, write: Callable[..., Policy]) -> None:
    policy = json.loads(render(write(data).document, "json"))

    sentences = {
        one["text"]: one["sources"]
        for block in section(policy, "improvement")["blocks"]
        if block["kind"] == "paragraph"
        for one in block["sentences"]
    }
    validity = next(text for text in sentences if text.startswith("We keep your consent for"))
    assert validity.endswith("Then we ask again.")
    assert sentences[validity] == ["/consent/validity"]
    cards = [one for one in section(policy, "list")["blocks"] if one["kind"] == "card"]
    card = next(one for one in cards if one["title"] == "_ga")
    index = next(n for n, one in enumerate(data["cookies"]) if one["name"] == "_ga")
    lifetime = next(one for one in card["facts"] if one["label"] == "Lifetime on your device")
    assert f"/cookies/{index}/lifetime" in lifetime["sources"]
    assert pointed(data, f"/cookies/{index}/lifetime") == "13 months"


def test_sources_change_no_other_format(data: Any, write: Callable[..., Policy]) -> None:
    document = write(data).document

    assert "sources" not in repr(document)


def test_a_row_of_a_table_names_its_vendor(data: Any, write: Callable[..., Policy]) -> None:
    policy = json.loads(render(write(data).document, "json"))

    (table,) = [one for one in section(policy, "recipients")["blocks"] if one["kind"] == "table"]
    for row in table["rows"]:
        (pointer,) = row["sources"]
        assert pointed(data, pointer)["name"] == row["cells"][0]["text"]
