"""What the page on rules of one's own shows is what policylint takes."""

import re
import tomllib
from pathlib import Path

from policylint.lint.custom.check import ExpressionCheck
from policylint.lint.custom.cost import MOST_GATHERED, MOST_NESTED, MOST_REPEATS, MOST_STEPS
from policylint.lint.custom.expression import MOST_ROUNDS
from policylint.lint.custom.python_rules import NOT_LOADED
from policylint.lint.custom.reader import _RULE, MOST_CHARACTERS, OVER
from policylint.lint.custom.shapes import DAYS, ENTRY, NAMES, fields_of
from policylint.model.consent import Consent, ConsentRecord
from policylint.model.cookie import Cookie
from policylint.model.site import Site
from policylint.model.vendor import Vendor
from tests.conftest import ROOT, Run
from tests.custom.conftest import bound

PAGE = (ROOT / "docs" / "custom-rules.md").read_text(encoding="utf-8")
TOML = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PROSE = " ".join(PAGE.split())


def names(heading: str) -> list[str]:
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def test_the_first_rule_of_the_page_passes_its_test_and_speaks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "policylint.toml").write_text(TOML[0])
    inventory = (ROOT / "examples" / "custom-rules" / "cookies.yaml").read_text("utf-8")
    (tmp_path / "cookies.yaml").write_text(inventory)

    tested = run("rules", "--test")
    done = run("check", "--select", "ACM", "--format", "concise")

    assert (tested.code, done.code) == (0, 1)
    assert "1 test, 0 failed" in tested.out
    assert done.out.startswith("cookies.yaml:45:14: ACM001 error 'Counting Inc.' is in US")


def test_the_rule_of_the_page_is_that_of_the_example() -> None:
    example = (ROOT / "examples" / "custom-rules" / "policylint.toml").read_text("utf-8")
    (shown,), known = tomllib.loads(TOML[0])["rules"], tomllib.loads(example)["rules"][0]

    for key in ("code", "name", "over", "fault", "at", "severity", "citation"):
        assert shown[key] == known[key]
    assert shown["tests"][0] == known["tests"][0]


def test_the_other_configurations_of_the_page_are_those_of_the_examples() -> None:
    folder = ROOT / "examples" / "custom-rules"
    python, extensions = (tomllib.loads(text) for text in TOML[1:])

    assert python == tomllib.loads((folder / "python" / "policylint.toml").read_text("utf-8"))
    example = tomllib.loads((folder / "policylint.toml").read_text("utf-8"))
    assert extensions["extensions"] == example["extensions"]


def test_the_page_names_every_key_of_a_rule() -> None:
    assert names("A rule") == [name for name in names("A rule") if name in _RULE]
    assert set(names("A rule")) == set(_RULE)
    assert all(f"`{over}`" in PAGE for over in OVER)


def test_the_page_names_everything_that_an_expression_sees() -> None:
    assert set(names("What an expression sees")) == {
        *NAMES,
        *(name for entry in ENTRY.values() for name in entry),
    }


def test_the_page_names_every_duration() -> None:
    places = {"cookie": Cookie, "consent": Consent, "consent.record": ConsentRecord}
    places |= {"site": Site, "vendor": Vendor}
    known = {
        f"{place}.{name}"
        for place, kind in places.items()
        for name in fields_of(kind)
        if name.endswith(DAYS)
    }

    assert set(re.findall(r"`([a-z._]+_days)`", PAGE)) == known


def test_the_expression_on_days_in_the_page_works() -> None:
    (fault,) = re.findall(r"`(timestamp\(.*?\))`\.", PAGE)

    assert isinstance(
        bound(over="cookies", fault=f"has(cookie.reviewed) && {fault}").check, ExpressionCheck
    )


def test_the_page_gives_the_limits() -> None:
    limits = PROSE.partition("## Limits")[2].partition("## Tests")[0]

    assert MOST_NESTED == 2
    for limit in (
        f"{MOST_CHARACTERS:,} characters",
        f"{MOST_ROUNDS:,} rounds",
        f"lists of {MOST_GATHERED:,}",
        f"{MOST_STEPS // 1_000_000} million steps",
        f"repeats {MOST_REPEATS} times",
    ):
        assert limit in limits
    assert NOT_LOADED in PROSE


def test_nothing_is_said_of_a_python_rule_that_was_not_run(run: Run) -> None:
    folder = ROOT / "examples" / "custom-rules" / "python"
    done = run("rule", "ACM101", cwd=folder)

    assert "is not known" in done.out
    assert "error in" not in done.out
    assert "Ground" not in done.out
