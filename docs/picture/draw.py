"""Draw docs/check.svg: what a terminal shows of `policylint check docs/picture/cookies.yaml`.

Usage: python docs/picture/draw.py
"""

import io
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from policylint.report import render

ROOT = Path(__file__).parents[2]
COMMAND = "policylint check cookies.yaml"


def output() -> str:
    """Give the coloured output of the command."""
    options = Options(as_of=date(2026, 11, 23), settings=Settings())
    report, _ = check_files([str(Path(__file__).parent / "cookies.yaml")], options)
    text = render("text", report, color=True)
    return text.replace(str(Path(__file__).parent) + "/", "")


def main() -> None:
    """Write the picture."""
    console = Console(record=True, width=92, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {COMMAND}", style="bold"))
    console.print(Text.from_ansi(output()))
    svg = console.export_svg(title="policylint", unique_id="policylint")
    (ROOT / "docs" / "check.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
