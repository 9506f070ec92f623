import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from policylint.evidence.observation import ActionResult
from policylint.i18n import languages
from policylint.i18n.catalogue import catalogue
from policylint.lint.judge import check_file
from policylint.lint.options import Options
from policylint.lint.select import catalogue as rules
from policylint.policy.blocks import Document, Heading, PageBreak, Table, Verdict
from policylint.review import kinds
from policylint.review.change import ChangeKind
from policylint.review.render import render
from policylint.review.report import build_report
from policylint.review.subject import Subject

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2026, 11, 23)
FORMATS = ("html", "markdown", "text")


def subject(example: str) -> Subject:
    result = check_file(str(EXAMPLES / example / "cookies.yaml"), Options(as_of=DAY))
    return Subject(
        result, as_of=DAY, rules=rules(result.settings), command=["policylint", "report"]
    )


def report(example: str, language: str = "en") -> Document:
    return build_report([subject(example)], language)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("example", ["violations", "studio-ductus", "minimal"])
def test_every_format_has_the_whole_report(example: str, language: str) -> None:
    document = report(example, language)

    for form in FORMATS:
        text = render(document, form)
        for block in document.blocks:
            if isinstance(block, Heading) and form == "html":
                assert text.count(f'id="{block.anchor}"') == 1


def test_errors_stop_a_publication_and_remarks_do_not() -> None:
    verdicts = {
        example: next(one for one in report(example).blocks if isinstance(one, Verdict)).title
        for example in ("violations", "minimal")
    }

    assert verdicts == {"violations": "Do not publish", "minimal": "Ready to publish"}


def test_page_one_holds_verdict_sign_off_and_provenance() -> None:
    blocks = report("violations").blocks
    first = blocks[: blocks.index(PageBreak())]

    assert {"first", "sign-off"} <= {one.anchor for one in first if isinstance(one, Heading)}
    todo = next(one for one in first if isinstance(one, Table) and one.anchor == "first-table")
    assert 1 <= len(todo.rows) <= 5


def test_the_ids_of_findings_stay_when_others_go() -> None:
    every = subject("violations")
    fewer = subject("violations")
    fewer.__dict__["findings"] = every.findings[5:]

    names = {
        (one.rule.code, one.cookie, one.place.pointer): every.ids[id(one)] for one in every.findings
    }
    for finding in fewer.findings:
        known = names[finding.rule.code, finding.cookie, finding.place.pointer]
        assert fewer.ids[id(finding)].partition(".")[0] == known.partition(".")[0]
    assert len(set(every.ids.values())) == len(every.findings)


def test_every_phrase_of_the_report_is_used() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("policylint/review", "policylint/cli", "policylint/law")
        for path in (Path(__file__).parents[2] / folder).rglob("*.py")
    )
    words = set(re.findall(r"[a-z][a-z-]*", sources))
    words |= {kind.name for kind in vars(kinds).values() if isinstance(kind, ChangeKind)}
    words |= set(get_args(ActionResult))
    last = {
        key: next(part for part in reversed(key.split(".")) if part not in {"one", "other"})
        for key in catalogue("en").keys("report")
    }

    assert [
        key
        for key, word in last.items()
        if word.removeprefix("label-").removesuffix("-is") not in words
    ] == []


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_report_has_the_same_bytes(form: str) -> None:
    assert render(report("violations"), form) == render(report("violations"), form)


def test_no_report_calls_a_site_compliant() -> None:
    for language in languages():
        text = render(report("violations", language), "text").lower()
        assert not re.search("complian|conforme au|konform", text)


def test_what_no_browser_was_asked_about_is_not_assessed() -> None:
    blocks = report("violations").blocks
    register = next(
        one for one in blocks if isinstance(one, Table) and one.anchor == "register-table"
    )

    assert not {"Set lifetime", "Seen"} & set(register.headers)
    assert register.caption == "Every declared cookie (Set lifetime, Seen: not assessed)"
