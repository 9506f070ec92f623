"""Rules in Python run only where the command line says so, and fail by name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policylint.errors import UsageError
from policylint.lint.custom.python_rules import NOT_LOADED
from policylint.lint.run import Options, check_files
from policylint.lint.select import catalogue
from policylint.lint.settings import allowing_python, read_settings
from policylint.rule import Severity
from tests.custom.conftest import DAY

INVENTORY = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR, BE], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
cookies:
  - {name: a, category: essential, purposes: [session-state]}
  - {name: b, category: essential, purposes: [session-state]}
"""
MODULE = """\
from policylint.law.citation import own_policy
from policylint.law.jurisdictions import ALL, FR
from policylint.rule import Context, NotApplicable, NotEvaluated, Problem, Scope, Severity, rule

CHARTER = own_policy("Charter", "https://acme.example/charter")


@rule("ACM101", citations=[CHARTER], scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)], since="")
def letter_b(context):
    \"\"\"A cookie is called b.

    ## Why it matters
    It is not.
    \"\"\"
    for at, cookie in context.cookies:
        if cookie.name == "b":
            BODY
"""
YIELD = 'yield Problem(at=(*at, "name"), message="it is b")'

Write = Callable[..., Options]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(body: str = YIELD, module: str | None = None, *, allowed: bool = True) -> Options:
        (tmp_path / "cookies.yaml").write_text(INVENTORY, encoding="utf-8")
        text = MODULE.replace("BODY", body) if module is None else module
        (tmp_path / "own.py").write_text(text, encoding="utf-8", errors="surrogateescape")
        path = tmp_path / "policylint.toml"
        path.write_text('python-rules = ["own.py"]\n', encoding="utf-8")
        settings = read_settings(str(path))
        return Options(as_of=DAY, settings=settings, select=["ACM"], allows_python=allowed)

    return written


def failure(options: Options, folder: Path) -> str:
    with pytest.raises(UsageError) as caught:
        check_files([str(folder / "cookies.yaml")], options)
    assert "\n" not in caught.value.message
    return caught.value.message.replace(f"{folder}/", "")


def test_a_rule_in_python_reports_like_any_other(write: Write, tmp_path: Path) -> None:
    report, failing = check_files([str(tmp_path / "cookies.yaml")], write())

    (finding,) = report.findings
    assert (finding.rule.code, finding.rule.name) == ("ACM101", "letter-b")
    assert (finding.place.line, finding.message, finding.cookie) == (6, "it is b", "b")
    assert (finding.severity, finding.jurisdictions) == (Severity.WARNING, ["BE", "FR"])
    assert [one.force for one in finding.citations] == ["house"]
    assert not failing


def test_without_the_word_of_the_command_line_no_line_is_run(write: Write, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    module = f"open({str(mark)!r}, 'w').close()\n" + MODULE.replace("BODY", YIELD)

    report, failing = check_files(
        [str(tmp_path / "cookies.yaml")], write(module=module, allowed=False)
    )

    assert not mark.exists()
    assert not failing
    outcomes = {one.code: (one.outcome, one.reason) for one in report.outcomes}
    assert outcomes["ACM101"] == ("not-evaluated", NOT_LOADED)
    check_files([str(tmp_path / "cookies.yaml")], write(module=module))
    assert mark.exists()


@pytest.mark.parametrize("allowed", [True, False])
def test_the_text_of_a_rule_orders_no_terminal_about(write: Write, *, allowed: bool) -> None:
    module = MODULE.replace("BODY", YIELD).replace("is called b.", "is \\x1b[2J called\\u202e b.")
    options = write(module=module)
    assert options.settings is not None
    settings = allowing_python(options.settings) if allowed else options.settings

    (rule,) = (one for one in catalogue(settings) if one.code == "ACM101")

    assert rule.summary == "A cookie is  [2J called  b."


def test_a_rule_that_is_not_loaded_can_still_be_named(write: Write) -> None:
    settings = write(allowed=False).settings
    assert settings is not None

    rules = {rule.code: rule for rule in catalogue(settings)}

    assert rules["ACM101"].summary == "A cookie is called b."
    assert rules["ACM101"].answers_to("letter-b")
    loaded = {rule.code: rule for rule in catalogue(allowing_python(settings))}
    assert rules.keys() == loaded.keys()


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("import nowhere_at_all\n", "line 1: ModuleNotFoundError: No module named"),
        ("\n\nraise ValueError('of\\nold')\n", "line 3: ValueError: of old"),
        ("def f():\n    return 1 / 0\nf()\n", "line 2: ZeroDivisionError: division by zero"),
        ("import sys\nsys.exit(7)\n", "line 2: SystemExit: 7"),
        ("raise KeyError\n", "line 1: KeyError"),
        ("raise GeneratorExit\n", "line 1: GeneratorExit"),
        (
            "class X(Exception):\n    def __str__(self):\n        raise ValueError\nraise X\n",
            "line 4: X",
        ),
        ("def f():\n    f()\nf()\n", "line 2: RecursionError"),
    ],
)
def test_an_error_in_a_module_is_named_with_its_line(
    write: Write, tmp_path: Path, module: str, message: str
) -> None:
    text = module + MODULE.replace("BODY", YIELD)

    assert failure(write(module=text), tmp_path).startswith(f"own.py, {message}")


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("x = (\n", "own.py, line 1: '(' was never closed"),
        ("x = 1\n", "own.py declares no rule; expected functions headed @rule"),
        ("x = '\0'\n", "own.py"),
        ("\udcff\n", "own.py"),
        ("(" * 5_000 + ")" * 5_000, "own.py"),
        (MODULE.replace("BODY", YIELD).replace("ACM101", "LIF001"), "own.py: the code of a rule"),
        (MODULE.replace("BODY", YIELD).replace("letter_b", "letter"), "own.py: the name of a rule"),
        ("#" * (1 << 20) + "\n", "own.py is over 1 MiB; expected Python rules"),
    ],
)
@pytest.mark.parametrize("allowed", [True, False])
def test_a_module_that_cannot_hold_rules_is_named(
    write: Write, tmp_path: Path, module: str, message: str, *, allowed: bool
) -> None:
    assert failure(write(module=module, allowed=allowed), tmp_path).startswith(message)


def test_a_module_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "policylint.toml"
    path.write_text('python-rules = ["none.py"]\n', encoding="utf-8")

    with pytest.raises(UsageError, match=r"none\.py does not exist; expected Python rules"):
        catalogue(read_settings(str(path)))


def test_a_module_that_defines_other_rules_than_it_declares_is_refused(
    write: Write, tmp_path: Path
) -> None:
    hidden = MODULE.replace("BODY", YIELD) + "\ndel letter_b\n"

    assert failure(write(module=hidden), tmp_path) == "own.py does not define exactly ACM101"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("raise LookupError('lost')", "own.py, line 17: LookupError: lost (in rule 'ACM101')"),
        ("cookie.nme; yield None", "own.py, line 17: AttributeError: 'Cookie' object has no"),
        ("raise SystemExit(0)", "own.py, line 17: SystemExit: 0 (in rule 'ACM101')"),
        ("yield 7", "own.py: rule 'ACM101' yields a int; expected Problem, NotEvaluated or"),
        ("yield Problem(at=at, message=3)", "own.py: rule 'ACM101' says what is no text"),
        ("yield NotEvaluated(at=at, reason=3)", "own.py: rule 'ACM101' says what is no text"),
        ("yield Problem(at='/x', message='m')", "own.py: rule 'ACM101' gives no pointer"),
        (
            "yield Problem(at=('cookies', 9), message='m')",
            "own.py: rule 'ACM101' points at cookies[9], which is not there",
        ),
        (
            "yield Problem(at=('cookies', -1), message='m')",
            "own.py: rule 'ACM101' points at cookies[-1], which is not there",
        ),
        (
            "import policylint.law.provisions as p; yield Problem(at=at, message='m', citations=[p.EPD_5_3])",
            "own.py: rule 'ACM101' has to cite texts of force 'house'",
        ),
    ],
)
def test_a_rule_that_goes_wrong_is_named_with_its_line(
    write: Write, tmp_path: Path, body: str, message: str
) -> None:
    assert failure(write(body), tmp_path).startswith(message)


@pytest.mark.parametrize("citations", ["[]", "[EPD_5_3]", "[CHARTER, EPD_5_3]"])
def test_a_rule_of_ones_own_cannot_claim_law(write: Write, tmp_path: Path, citations: str) -> None:
    module = "from policylint.law.provisions import EPD_5_3\n" + MODULE.replace("BODY", YIELD)
    text = module.replace("[CHARTER]", citations)

    assert "has to cite texts of force 'house'" in failure(write(module=text), tmp_path)


def test_what_a_rule_could_not_judge_is_told(write: Write, tmp_path: Path) -> None:
    gap = check_files(
        [str(tmp_path / "cookies.yaml")], write("yield NotEvaluated(at=at, reason='dark')")
    )

    assert [(one.outcome, one.reason) for one in gap[0].outcomes if one.code == "ACM101"] == [
        ("not-evaluated", "dark")
    ]


def test_a_place_that_is_not_in_the_file_is_shown_at_what_encloses_it(
    write: Write, tmp_path: Path
) -> None:
    report, _ = check_files(
        [str(tmp_path / "cookies.yaml")],
        write("yield Problem(at=('cookies', 0, 'x', 9, -3), message='m')"),
    )

    assert [one.place.line for one in report.findings] == [5]
