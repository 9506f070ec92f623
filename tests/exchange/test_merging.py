import json
from pathlib import Path
from typing import Any

import pytest

from policylint.errors import InputError
from policylint.exchange.draft import Draft, Entry, Told
from policylint.exchange.imported import Imported, join
from policylint.exchange.merging import Merged, merge
from policylint.exchange.source import Source
from policylint.source.load import load
from policylint.source.pointer import Pointer
from tests.conftest import ROOT

LINE = "klaro.js line 3"
INVENTORY = """\
# ours
version: 1
site: {name: A}   # the site

vendors:
  google:   # since 2020
    name: Google
cookies:
  # the first
  - name: _ga
    lifetime: 13 months
    # owner: web team

# the end
"""


def entry(name: str, **fields: Any) -> Entry:
    told = {"name": name, **fields}
    return Entry({key: Told(value, LINE) for key, value in told.items()})


def draft_of(*entries: Entry) -> Draft:
    draft = Draft("klaro.js", "Klaro configuration")
    draft.cookies += entries
    return draft


def data_of(text: str) -> Any:
    document = load("cookies.yaml", text.encode())
    assert document.flaws == ()
    return document.data


def merged(text: str, draft: Draft) -> Merged:
    document = load("cookies.yaml", text.encode())

    def where(pointer: Pointer) -> str:
        return f"cookies.yaml line {document.position(document.locate(pointer).start).line}"

    return merge(document, data_of(text), where, draft)


def test_what_is_new_is_added_and_every_other_byte_stays() -> None:
    draft = draft_of(entry("_gid", lifetime="1 day"))
    draft.vendors["meta"] = {"name": Told("Meta", LINE)}
    draft.consent["validity"] = Told("6 months", LINE)

    found = merged(INVENTORY, draft)

    assert found.added == ["cookie '_gid'", "vendor 'meta'", "consent.validity"]
    assert (
        found.text
        == """\
# ours
version: 1
site: {name: A}   # the site

vendors:
  google:   # since 2020
    name: Google
  meta:
    name: Meta  # klaro.js line 3
cookies:
  # the first
  - name: _ga
    lifetime: 13 months
    # owner: web team
  - name: _gid  # klaro.js line 3
    lifetime: 1 day  # klaro.js line 3

consent:
  validity: 6 months  # klaro.js line 3

# the end
"""
    )


def test_what_is_declared_is_not_changed_and_differences_are_told_with_both_places() -> None:
    draft = draft_of(entry("_ga", lifetime="2 years", path="/"))
    draft.vendors["google"] = {"name": Told("Google Ireland Limited", LINE)}

    found = merged(INVENTORY, draft)

    assert found.text == INVENTORY
    assert found.added == []
    assert found.differences == [
        "lifetime '2 years' of '_ga' (klaro.js line 3): cookies.yaml line 11 has '13 months'",
        "path '/' of '_ga' (klaro.js line 3): cookies.yaml line 10 has nothing",
        "name 'Google Ireland Limited' of vendor 'google' (klaro.js line 3): cookies.yaml line 7 has 'Google'",
    ]


@pytest.mark.parametrize(
    ("declared", "told"),
    [("13 months", "P13M"), ("1 year 1 month", "13 months"), ("session", "session")],
)
def test_the_same_in_other_words_is_no_difference(declared: str, told: str) -> None:
    text = f"version: 1\ncookies:\n  - name: a\n    lifetime: {declared}\n"

    assert merged(text, draft_of(entry("a", lifetime=told))).differences == []


def test_a_name_that_a_declared_pattern_covers_is_told_and_not_added() -> None:
    text = "version: 1\ncookies:\n  - name: _ga_*\n"
    found = merged(
        text,
        draft_of(
            entry("_ga_X1"), entry("_ga_*"), entry("_ga"), entry("_ga_1", storage="local-storage")
        ),
    )

    assert found.added == ["cookie '_ga'", "cookie '_ga_1'"]
    assert found.differences == [
        "'_ga_X1' (klaro.js line 3) is covered by '_ga_*' at cookies.yaml line 3"
    ]


@pytest.mark.parametrize("storage", ["local-storage", "cookie"])
def test_a_cookie_is_another_one_in_another_storage_or_on_another_domain(storage: str) -> None:
    text = "version: 1\ncookies:\n  - {name: a, domain: one.example}\n"
    domain = "one.example" if storage != "cookie" else "two.example"

    assert merged(text, draft_of(entry("a", storage=storage, domain=domain))).added == [
        "cookie 'a'"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\ncookies: []\n",
        "version: 1\ncookies:\n",
        "version: 1\n",
        "version: 1",
        "version: 1\ncookies: []   # none yet\n",
        "version: 1\ncookies: [{name: b}]\n",
        "version: 1\ncookies:\n- name: b\n  note: |\n    two\n\n    lines\n\n\n",
        "version: 1\ncookies:\n- name: b\n  note: >-\n    two",
        "version: 1\r\ncookies:\r\n  - name: b\r\n    # more\r\n\r\n# end\r\n",
        "cookies:\n    - name: b\n    -   name: c\nversion: 1\n",
        '{"version": 1, "cookies": [{"name": "b"}]}',
        '{"version": 1}',
        '{\n  "version": 1,\n  "cookies": [\n    {"name": "b"}\n  ]\n}\n',
        "---\nversion: 1\ncookies:\n  - name: b\n...\n",
    ],
)
def test_every_layout_of_an_inventory_takes_a_new_cookie(text: str) -> None:
    before = data_of(text)
    hostile = 'it\'s "x" # y: \u2028 \x07'

    found = merged(text, draft_of(entry("a", description=hostile, purposes=["security"])))

    after = data_of(found.text)
    had = before.get("cookies") or []
    new = {"name": "a", "description": hostile, "purposes": ["security"]}
    assert after == {**before, "cookies": [*had, new]}
    if text.startswith("{"):
        assert json.loads(found.text) == after


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\nx-a: &x [{name: b}]\ncookies: *x\n",
        "version: 1\ncookies: none\n",
    ],
)
def test_nothing_is_written_where_it_would_change_what_was_declared(text: str) -> None:
    with pytest.raises(InputError, match="nothing can be added to 'cookies' of cookies"):
        merged(text, draft_of(entry("a")))


def test_a_text_that_keeps_its_blank_lines_keeps_them() -> None:
    text = "version: 1\ncookies:\n- name: b\n  note: |+\n    two\n\n"

    after = data_of(merged(text, draft_of(entry("a"))).text)

    assert after["cookies"] == [{"name": "b", "note": "two\n\n"}, {"name": "a"}]


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*/*cookies.yaml")), ids=str)
def test_every_example_takes_a_cookie_and_a_vendor(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    draft = draft_of(entry("new-one"))
    draft.vendors["new-vendor"] = {"name": Told("New", LINE)}

    found = merged(text, draft).text

    kept = [line for line in found.splitlines() if LINE not in line and line != "  new-vendor:"]
    gone = [line for line in text.splitlines() if line not in kept]
    assert gone == []


def test_of_several_files_the_first_holds_and_differences_are_told() -> None:
    one, two = (
        draft_of(entry("_ga", lifetime="1 year")),
        draft_of(entry("_ga", lifetime="2 years"), entry("b")),
    )
    two.path = "b.js"
    several = [Imported(source=Source(one.path, ""), draft=one) for one in (one, two)]

    draft, told = join(several)

    assert [cookie.name for cookie in draft.cookies] == ["_ga", "b"]
    assert draft.cookies[0].fields["lifetime"].value == "1 year"
    assert told == ["lifetime '2 years' of '_ga' (klaro.js line 3): klaro.js line 3 has '1 year'"]
