"""What the report shows of a run can be said in another language, down to its last part."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from policylint.law.history import Change, RulePack
from policylint.lint.finding import Report
from policylint.lint.pins import pin
from policylint.lint.run import Options, check_files
from policylint.lint.select import find_rule
from policylint.lint.settings import Settings
from policylint.model.sentence import Sentence, Series
from policylint.policy import messages
from tests.conftest import FRAME
from tests.law.test_fixtures import CODES, HERE, checked

FIXTURES = sorted(
    path
    for path in HERE.glob("*/*.yaml")
    if path.stem.startswith("bad") or CODES[path.parent.name].startswith("EVD")
)
DAY = date(2026, 11, 23)
OF_OTHERS = {"platform", "lifetime"}
"""Values that hold names of products, and durations as an inventory writes them."""


class EveryTemplate(Mapping[str, str]):
    """A language whose word for everything is its English in brackets."""

    def __getitem__(self, template: str) -> str:
        return f"[{template}]"

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@pytest.fixture(autouse=True)
def bracketed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "message_texts", lambda _: EveryTemplate())


def texts(report: Report) -> list[str]:
    gaps = [one.gap for one in report.outcomes if one.gap is not None]
    return [*(one.message for one in report.findings), *gaps]


def left_in_english(text: object) -> Iterator[str]:
    """Find the plain parts of a message that read like words of ours: several, with a space."""
    if isinstance(text, Sentence):
        for name, value in text.values.items():
            if name not in OF_OTHERS:
                yield from left_in_english(value)
    elif isinstance(text, Series):
        for part in text.parts:
            yield from left_in_english(part)
    elif type(text) is str and " " in text:
        yield text


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_a_rule_says(path: Path) -> None:
    code = CODES[path.parent.name]

    for text in texts(checked(path, code)):
        assert messages.in_words(text, "de")[1] == "de", text
        if code.startswith("EVD"):
            assert list(left_in_english(text)) == []


SILENT = """\
cookies:
  - name: a  # policylint: ignore[INV001]
    # policylint: ignore
    category: essential  # policylint: ignore[NOPE999] because
    # policylint: ignore[LIF001] because
    purposes: [security]
approvals:
  - {by: Ann, role: DPO, on: 2026-01-02, decision: approved, digest: 'x'}
"""


def test_what_the_engine_says_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(FRAME + SILENT, encoding="utf-8")

    report, _ = check_files([str(path)], Options(as_of=DAY, settings=Settings(ignore=["INV"])))
    said = {messages.in_words(one, "de")[0] for one in texts(report)}

    assert {
        "[the content has changed since Ann (DPO) signed it on 2.\u00a0Januar 2026]",
        "[the comment silences nothing; expected ['# policylint: ignore[CODE] reason']]",
        "['NOPE999' is no rule, so that it silences nothing]",
        "[LIF001 finds nothing on line 9]",
        "[switched off by configuration]",
        "[judged by 'policylint policy']",
    } <= said


def test_what_a_pin_holds_back() -> None:
    history = [
        RulePack(name="2020.01", law_as_of=DAY, version="0.1.0", changes=()),
        RulePack(
            name="2021.01",
            law_as_of=DAY,
            version="0.1.0",
            changes=(
                Change(rule="LIF001", kind="added", sentence="new"),
                Change(rule="CLS001", kind="graver", was="warning", sentence="graver"),
            ),
        ),
    ]
    pinned = pin("2020.01", history)

    assert messages.in_words(pinned.added["LIF001"], "de") == (
        "[added by rule pack 2021.01; the configuration pins 2020.01]",
        "de",
    )
    assert messages.in_words(pinned.held_back(find_rule("CLS001")) or "", "de") == (
        "[[[as error]: rule pack 2021.01 made it graver]; the configuration pins 2020.01]",
        "de",
    )
