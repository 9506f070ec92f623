"""The pages for users say what the model and the law say, and their examples are checked."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

import pytest

from policylint.cli.evidence_options import PHASES
from policylint.law.exemptions import EXEMPTIONS
from policylint.law.jurisdictions import PACKS, pack
from policylint.law.purposes import PURPOSES
from policylint.lint.declaration import MOST_FILES, MOST_LEVELS
from policylint.lint.schemas import schema_text
from policylint.lint.select import catalogue
from policylint.model.consent import Consent
from policylint.model.cookie import Cookie
from policylint.model.inventory import Approval, Fragment, Inventory
from policylint.model.lifetime import parse_lifetime
from policylint.model.read import read
from policylint.model.record import Record
from policylint.model.site import Controller, Site
from policylint.model.vendor import Vendor
from policylint.report import FORMATS
from policylint.report.csv_report import COLUMNS
from policylint.source.anchors import MAX_ALIAS_NODES
from policylint.source.compose import MAX_DEPTH
from policylint.source.load import MAX_BYTES, load
from policylint.source.scalars import MAX_DIGITS
from tests.conftest import ROOT, Run

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = (ROOT / "docs" / "inventory.md").read_text(encoding="utf-8")
MINIMAL = (ROOT / "examples" / "minimal" / "cookies.yaml").read_text(encoding="utf-8")
EXTENSIONS = "x-*"


class Block(NamedTuple):
    path: Path
    text: str

    @property
    def data(self) -> Any:
        return load(self.path.name, self.text.encode()).data

    @property
    def is_whole(self) -> bool:
        return type(self.data) is dict and {"version", "site"} <= self.data.keys()


def blocks(path: Path) -> list[Block]:
    found = re.findall(r"^```yaml\n(.*?)^```$", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [Block(path, text) for text in found]


WHOLE = [block for path in PAGES[1:] for block in blocks(path) if block.is_whole]
PARTS = [block for block in blocks(ROOT / "docs" / "inventory.md") if not block.is_whole]


def section(heading: str) -> str:
    level = len(heading) - len(heading.lstrip("#"))
    start = f"\n{heading}\n"
    assert TEXT.count(start) == 1, heading
    return re.split(rf"^#{{1,{level}}} ", TEXT.partition(start)[2], flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    lines = text.splitlines()
    heads = {number - 1 for number, line in enumerate(lines) if line.startswith("| ---")}
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for number, line in enumerate(lines)
        if line.startswith("|") and not line.startswith("| ---") and number not in heads
    ]


def words(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def field_rows(heading: str) -> dict[str, tuple[str, str]]:
    found = rows(section(heading))
    fields = {words(field)[0]: (value, meaning) for field, value, meaning in found}
    assert len(fields) == len(found), f"a field stands twice below '{heading}'"
    return fields


def parts_of(form: Any) -> Iterator[Any]:
    yield form
    if get_origin(form) is not Literal:
        for part in get_args(form):
            yield from parts_of(part)


def below(form: Any) -> list[type[Record]]:
    return [one for one in parts_of(form) if isinstance(one, type) and issubclass(one, Record)]


def own_fields(kind: type[Record]) -> Mapping[str, Any]:
    names = {"extensions": EXTENSIONS}
    return {names.get(name, name): form for name, form in kind.__annotations__.items()}


def is_required(kind: type[Record], field: str) -> bool:
    return field != EXTENSIONS and not hasattr(kind, field)


def fields_of(kind: type[Record], prefix: str = "") -> dict[str, tuple[Any, bool]]:
    found: dict[str, tuple[Any, bool]] = {}
    for name, form in own_fields(kind).items():
        found[prefix + name] = (form, is_required(kind, name))
        for inner in below(form):
            found |= fields_of(inner, f"{prefix}{name}.")
    return found


TOP_LEVEL = {
    name: (form, is_required(Inventory, name)) for name, form in own_fields(Inventory).items()
}
SECTIONS: Mapping[str, Mapping[str, tuple[Any, bool]]] = {
    "### Top level": TOP_LEVEL,
    "### site": fields_of(Site),
    "### controller": fields_of(Controller),
    "### consent": fields_of(Consent),
    "### vendors": fields_of(Vendor),
    "### cookies": fields_of(Cookie),
    "### approvals": fields_of(Approval),
}


def vocabulary(form: Any) -> list[str]:
    return [word for one in parts_of(form) if get_origin(one) is Literal for word in get_args(one)]


@pytest.mark.parametrize("block", WHOLE, ids=lambda block: block.path.name)
def test_a_whole_inventory_in_a_page_has_no_doc_findings(run: Run, block: Block) -> None:
    done = run("check", "-", "--format", "json", stdin=block.text.encode())

    assert done.err == ""
    found = [one["code"] for one in json.loads(done.out)["findings"]]
    assert [code for code in found if code.startswith("DOC")] == []


def test_the_smallest_inventory_of_the_page_is_the_minimal_example() -> None:
    assert [block.text for block in WHOLE if block.path.name == "inventory.md"] == [MINIMAL]


@pytest.mark.parametrize("block", PARTS, ids=lambda block: ", ".join(block.data))
def test_a_part_of_an_inventory_fits_into_the_minimal_example(block: Block) -> None:
    document = load("part.yaml", block.text.encode())
    minimal = load("cookies.yaml", MINIMAL.encode()).data

    assert isinstance(minimal, dict)
    assert document.flaws == ()
    assert read(Inventory, {**minimal, **block.data}) is not None


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_table_names_exactly_the_fields_of_the_model(heading: str) -> None:
    assert sorted(field_rows(heading)) == sorted(SECTIONS[heading])


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_table_says_which_fields_are_required(heading: str) -> None:
    said = {name for name, (_, meaning) in field_rows(heading).items() if "**required**" in meaning}

    assert said == {name for name, (_, required) in SECTIONS[heading].items() if required}


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_table_gives_exactly_the_words_of_each_closed_vocabulary(heading: str) -> None:
    elsewhere = {"purposes", "exempt_in", "value_holds"}
    lists = {
        name: vocabulary(form)
        for name, (form, _) in SECTIONS[heading].items()
        if name not in elsewhere and not below(form)
    }

    said = {name: words(value) for name, (value, _) in field_rows(heading).items()}

    assert {name: said[name] for name, known in lists.items() if known} == {
        name: known for name, known in lists.items() if known
    }


def test_a_truth_value_is_called_one_in_the_tables() -> None:
    for heading, fields in SECTIONS.items():
        said = {name for name, (value, _) in field_rows(heading).items() if "bool" in value}
        assert said == {
            name
            for name, (form, _) in fields.items()
            if bool in (get_args(form) if get_origin(form) in {Union, UnionType} else (form,))
        }


def test_the_page_names_the_fields_of_an_included_file_and_no_other() -> None:
    sentence = next(one for one in section("### Included files").split(".") if "holds" in one)

    assert words(sentence) == list(own_fields(Fragment))
    assert [name for name in own_fields(Fragment) if is_required(Fragment, name)] == ["version"]


@pytest.mark.parametrize("group", ["necessary", "preferences", "statistics", "marketing"])
def test_the_page_says_of_every_purpose_what_it_carries(group: str) -> None:
    carries = {"exempt": "alone", "depends": "with `requested`", "never": "never"}
    expected = [
        [
            f"`{purpose}`",
            "never (national)"
            if law.limb is None and law.eprivacy == "depends"
            else carries[law.eprivacy],
        ]
        for purpose, law in PURPOSES.items()
        if law.group == group
    ]

    assert rows(section(f"### {group}")) == expected


def test_the_page_lists_every_national_exemption_as_the_law_has_it() -> None:
    found = {
        (country, words(name)[0]): (set(re.findall(r"`[^`]+`\??", covered)), since, standing)
        for country, name, covered, since, standing, _ in rows(section("## National exemptions"))
    }

    assert found == {
        (one.jurisdiction, one.name): (
            {f"`{purpose}`{'?' * (purpose in one.unverified)}" for purpose in one.purposes},
            one.start.isoformat() if one.start else "",
            one.status,
        )
        for one in EXEMPTIONS
    }


def test_the_page_names_the_rule_of_an_exemption_only_where_there_is_one() -> None:
    codes = {rule.code for rule in catalogue()}
    expected = [one.checked_by if one.checked_by in codes else None for one in EXEMPTIONS]

    table = rows(section("## National exemptions"))
    found = [re.findall("[A-Z]{3}[0-9]{3}", row[-1]) for row in table]
    assert [codes_of[0] if codes_of else None for codes_of in found] == expected


def test_the_page_names_only_rules_that_exist() -> None:
    known = {rule.code for rule in catalogue()}

    assert set(re.findall(r"\b[A-Z]{3}[0-9]{3}\b", TEXT)) - known == set()


def test_the_page_names_every_pack() -> None:
    paragraph = section("## Values").partition("**Jurisdictions.**")[2].partition("\n\n")[0]

    assert words(paragraph) == ["EU", *sorted(set(PACKS) - {"EU"})]
    assert all(pack(code) is not None for code in words(paragraph))


def test_the_configuration_page_names_every_key_and_limit() -> None:
    (block,) = re.findall(
        r"^```toml\n(.*?)^```$",
        (ROOT / "docs" / "configuration.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    said = tomllib.loads(block)
    schema = json.loads(schema_text("configuration"))["properties"]

    assert set(said) == set(schema)
    assert set(said["limits"]) == set(schema["limits"]["properties"])


def test_durations_compare_as_the_page_says() -> None:
    table = [row for row in rows(section("## Values")) if row[-1] in {"passes", "exceeds"}]

    assert len(table) >= 10
    for declared, limit, verdict in table:
        exceeds = parse_lifetime(declared.strip("`")).exceeds(parse_lifetime(limit.strip("`")))
        assert exceeds == (verdict == "exceeds"), declared


def test_the_page_gives_the_limits_of_reading() -> None:
    reading = section("## How the file is read")

    for limit in (
        f"{MAX_BYTES >> 20} MiB",
        f"{MAX_DEPTH} levels",
        f"{MAX_ALIAS_NODES:,} nodes",
        f"{MAX_DIGITS:,} digits",
    ):
        assert limit in reading
    assert f"{MOST_LEVELS} levels" in section("### Included files")
    assert f"{MOST_FILES:,} files" in section("### Included files")


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    return {slug(one) for one in re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_relative_links_lead_somewhere(path: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)", prose)
    broken = []
    for link in links:
        if re.match("[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)

    assert broken == []


FORMATS_PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", FORMATS_PAGE, re.MULTILINE | re.DOTALL)


def test_the_page_of_formats_names_each_of_them_and_no_other() -> None:
    sections = re.findall(r"^## (.*)$", FORMATS_PAGE, re.MULTILINE)
    rows = re.findall(r"^\| \[(\w+)\]\(#(\w+)\)", FORMATS_PAGE, re.MULTILINE)

    assert tuple(sections) == FORMATS
    assert rows == [(name, name) for name in FORMATS]


def test_the_page_of_formats_lists_the_columns_of_the_table() -> None:
    listed = re.search(r"^`(path, [^`]*)`$", FORMATS_PAGE, re.MULTILINE)

    assert listed is not None
    assert tuple(listed[1].split()) == tuple(f"{name}," for name in COLUMNS[:-1]) + COLUMNS[-1:]


def test_the_problem_matcher_is_where_the_page_says() -> None:
    folder = next(text for text in fenced("sh") if "add-matcher" in text).splitlines()[0]
    command = f"{folder}; cat $folder/problem-matcher.json"
    done = subprocess.run(
        ["bash", "-c", command.replace("python", sys.executable)],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )

    assert json.loads(done.stdout)["problemMatcher"][0]["owner"] == "policylint"
    assert (ROOT / "docs" / "../policylint/report/problem-matcher.json").exists()


def test_the_pattern_for_an_editor_reads_what_that_of_github_reads() -> None:
    [task] = json.loads(fenced("json")[0])["tasks"]
    matcher = json.loads(
        (ROOT / "policylint" / "report" / "problem-matcher.json").read_text(encoding="utf-8")
    )
    [github] = matcher["problemMatcher"][0]["pattern"]

    assert task["problemMatcher"]["pattern"] == {
        **github,
        "regexp": github["regexp"].replace("warning", "warning|info"),
    }


def test_the_page_on_observations_lists_the_rules_of_the_family() -> None:
    page = (ROOT / "docs" / "observed.md").read_text(encoding="utf-8")

    assert re.findall(r"^\| (EVD\d{3}) ([a-z0-9-]+) \|", page, re.MULTILINE) == [
        (rule.code, rule.name) for rule in catalogue() if rule.family == "EVD"
    ]


def test_the_page_on_observations_names_every_phase_and_option() -> None:
    page = (ROOT / "docs" / "observed.md").read_text(encoding="utf-8")
    options = re.findall(r"^\| `(--[a-z-]+)", page, re.MULTILINE)

    assert options == ["--evidence", "--vantage", "--captured-at", "--dns"]
    assert [kind for kind in PHASES if f"`{kind}`" not in page] == []
