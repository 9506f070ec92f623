import json
import re
from datetime import date

import pytest

from policylint.law.authorities import AUTHORITIES
from policylint.law.exemptions import EXEMPTIONS
from policylint.law.jurisdictions import EEA_COUNTRIES, PACKS, pack
from policylint.report.jurisdiction_facts import facts_of, own_packs, unverified
from policylint.report.jurisdiction_list import jurisdictions_json, jurisdictions_markdown
from tests.conftest import ROOT, Run


def test_the_page_of_jurisdictions_is_current(run: Run) -> None:
    done = run("jurisdictions", "--format", "markdown")

    assert done.out == jurisdictions_markdown()
    assert done.out == (ROOT / "docs" / "jurisdictions.md").read_text(encoding="utf-8")


def test_the_eu_comes_first_and_every_country_has_a_pack_or_an_authority() -> None:
    assert PACKS[0] == "EU"
    assert list(PACKS[1:]) == sorted(PACKS[1:])
    assert set(AUTHORITIES) == EEA_COUNTRIES - set(PACKS)
    assert all(pack(code) is not None for code in EEA_COUNTRIES)


@pytest.mark.parametrize("code", PACKS)
def test_a_pack_is_complete_in_both_languages(code: str) -> None:
    found = pack(code)

    assert found is not None
    assert found.code == code
    assert not found.baseline
    assert found.checked == date(2026, 11, 23)
    for names in (found.names, found.authority.names):
        assert {"en", "fr"} <= set(names)
    for law in (found.cookie_law, *found.guidance):
        assert set(law.instrument.titles) == set(law.instrument.names) == {"en", "fr"}
        assert law.link.startswith("https://")
        assert law.within in (None, frozenset({code}))
    assert found.notes["en"]
    assert found.authority.verified == "known"


def test_marks_name_facts() -> None:
    assert all(set(one.marks) <= {fact.key for fact in facts_of(one)} for one in own_packs())


def test_a_country_on_the_baseline_has_an_authority_of_its_own() -> None:
    poland = pack("PL")

    assert poland is not None
    assert poland.baseline
    assert "(UODO)" in poland.authority.names["en"]
    assert "not checked" in poland.notes["en"]


def test_each_unverified_fact_has_its_footnote() -> None:
    page = jurisdictions_markdown()
    marks = re.findall(r"\[\^([a-z-]+)\](?!:)", page)

    assert sorted(marks) == sorted(re.findall(r"^\[\^([a-z-]+)\]:", page, re.MULTILINE))
    assert len(marks) == sum(len(unverified(one)) for one in own_packs()) > 0


def test_each_link_inside_the_page_has_its_heading() -> None:
    page = jurisdictions_markdown()
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}

    assert set(re.findall(r"\(#([^)]+)\)", page)) <= anchors


def test_every_jurisdiction_with_an_exemption_has_a_pack() -> None:
    assert {one.jurisdiction for one in EXEMPTIONS} <= set(PACKS)


def test_the_json_gives_each_fact_with_how_it_was_verified(run: Run) -> None:
    data = json.loads(run("jurisdictions", "--format", "json").out)
    by_code = {one["code"]: one for one in data["items"]}

    assert json.loads(jurisdictions_json()) == data
    assert by_code["UK"]["exemptions"][0]["start"] == "2026-02-05"
    assert by_code["DK"]["verified_facts"]["digital_consent_age"] == "unverified"
    assert {one["code"] for one in data["baseline"]} == set(AUTHORITIES)


def test_the_text_has_a_line_for_each_pack_and_names_the_rest(run: Run) -> None:
    lines = run("jurisdictions").out.splitlines()

    assert [line.split()[0] for line in lines[:-1]] == list(PACKS)
    assert "NO, PL, RO" in lines[-1]
