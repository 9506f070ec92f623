import re
from collections.abc import Callable

import pytest

from policylint.lint.finding import Place, Report
from policylint.report import FORMATS, render

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
ATTACKS = [
    "::error file=x::owned",
    "::stop-commands::token",
    " \t::add-mask::e",
    "\u3000\u00a0::stop-commands::token",
    "a\n::stop-commands::token",
    "a\r::stop-commands::token",
    "a\x85::stop-commands::token",
    "\u200b::stop-commands::token",
    ":::stop-commands::token",
    "##[group]x",
    "words ##[stop-commands]token",
    "###[error]x",
    "%3A%3Aerror::x",
    "a " * 40 + "::stop-commands::token " + "b " * 40,
    "x" * 83 + " ::stop-commands::token",
]


def split(report: Report) -> tuple[str, list[str]]:
    written = render("github", report)
    text = render("text", report)
    assert written.startswith(text)
    return text, written.removeprefix(text).split("\n")[:-1]


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "github"])
def test_no_line_of_text_is_a_command(
    name: str, attack: str, hostile: Callable[[str], Report]
) -> None:
    written = render(name, hostile(attack))

    assert not [line for line in written.splitlines() if line.strip().startswith("::")]
    assert "##[" not in written


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_each_open_finding_is_one_command(attack: str, hostile: Callable[[str], Report]) -> None:
    _, commands = split(hostile(attack))

    assert len(commands) == 2
    assert all(COMMAND.fullmatch(command) for command in commands)
    assert "##[" not in "".join(commands)


def test_data_and_properties_are_escaped(hostile: Callable[[str], Report]) -> None:
    _, commands = split(hostile("100%, a:b"))

    found = COMMAND.fullmatch(commands[0])
    assert found is not None
    assert found[2].split(",")[0] == "file=100%25%2C a%3Ab"
    assert found[3].split("%0A")[0].startswith("100%25, a:b [FR, ")


def test_every_property_survives_the_runner(hostile: Callable[[str], Report]) -> None:
    _, commands = split(hostile("a,b=c:d,line=99"))

    found = COMMAND.fullmatch(commands[0])
    assert found is not None
    assert [pair.partition("=")[0] for pair in found[2].split(",")] == [
        "file",
        "line",
        "endLine",
        "col",
        "endColumn",
        "title",
    ]


def test_a_place_of_several_lines_has_no_columns(finding_at: Callable[[Place], Report]) -> None:
    place = Place(
        path="a.yaml", line=3, column=5, end_line=4, end_column=2, pointer=None, excerpt="  a: |"
    )

    _, commands = split(finding_at(place))

    assert commands[0].startswith(
        "::error file=a.yaml,line=3,endLine=4,title=LIF001 lifetime-too-long::"
    )


def test_the_log_names_file_and_line_without_annotations(report: Report) -> None:
    text, commands = split(report)

    assert "\nsite/cookies.yaml:9:14 error CLS001 improvement-without-consent [BE, FR]\n" in text
    assert len(commands) == 5


def test_findings_that_are_not_open_are_no_annotations(report: Report) -> None:
    _, commands = split(report)

    assert "_fbp" not in "".join(commands)


def test_the_text_part_can_be_colored(report: Report) -> None:
    assert "\x1b[1;31merror\x1b[0m" in render("github", report, color=True)
