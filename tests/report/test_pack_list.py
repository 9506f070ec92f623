"""`rules --since`: what later packs changed, for those who want to know before they update."""

import json
from datetime import date

import pytest

from policylint.law import RULE_PACK
from policylint.law.history import Change, RulePack
from policylint.report.pack_list import since_json, since_markdown, since_text
from tests.conftest import Run

PACKS = (
    RulePack(
        name="2027.02",
        law_as_of=date(2027, 2, 1),
        version="0.2.0",
        changes=[
            Change(rule="LIF012", kind="added", sentence="a new limit in Poland", within=frozenset({"PL"})),
            Change(rule="INV012", kind="graver", sentence="the authority asks for it", was="info"),
        ],
    ),
    RulePack(name="2027.05", law_as_of=date(2027, 5, 1), version="0.3.0"),
)  # fmt: skip


def test_each_change_has_a_line() -> None:
    assert since_text("2026.11", PACKS) == (
        "rule pack 2027.02 (law as of 2027-02-01, policylint 0.2.0):\n"
        "  LIF012  added in PL       a new limit in Poland\n"
        "  INV012  graver than info  the authority asks for it\n"
        "rule pack 2027.05 (law as of 2027-05-01, policylint 0.3.0):\n"
        "  no rule came, left or got graver\n"
    )


def test_each_pack_has_a_section() -> None:
    assert since_markdown("2026.11", PACKS) == (
        "# Rules since rule pack 2026.11\n\n"
        "## Rule pack 2027.02 (law as of 2027-02-01, policylint 0.2.0)\n\n"
        "- LIF012 added in PL: a new limit in Poland\n"
        "- INV012 graver than info: the authority asks for it\n\n"
        "## Rule pack 2027.05 (law as of 2027-05-01, policylint 0.3.0)\n\n"
        "No rule came, left or got graver.\n"
    )


def test_json_holds_every_key() -> None:
    first, second = json.loads(since_json("2026.11", PACKS))["packs"]

    assert first["changes"][0] == {
        "code": "LIF012",
        "kind": "added",
        "was": None,
        "jurisdictions": ["PL"],
        "sentence": "a new limit in Poland",
    }
    assert (second["name"], second["changes"]) == ("2027.05", [])


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_nothing_changed_since_the_newest_pack(run: Run, form: str) -> None:
    done = run("rules", "--since", RULE_PACK, "--format", form)

    assert done == (
        0,
        f"nothing changed since rule pack {RULE_PACK}, the newest that this version holds\n",
        "",
    )


def test_json_has_no_packs_since_the_newest(run: Run) -> None:
    done = run("rules", "--since", RULE_PACK, "--format", "json")

    assert json.loads(done.out) == {"version": 1, "since": RULE_PACK, "packs": []}


def test_a_pack_that_is_not_held_is_refused(run: Run) -> None:
    done = run("rules", "--since", "1999.01")

    assert (done.code, done.out) == (2, "")
    assert "--since holds '1999.01', a rule pack that policylint" in done.err
    assert RULE_PACK in done.err
