"""Reports: what a run found, as text, for continuous integration and for other programs.

Importing this package imports nothing else, so that an option can name the formats cheaply.
"""

from importlib import import_module
from typing import Any

FORMATS = (
    "text",
    "concise",
    "json",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "markdown",
    "csv",
)

_MODULES = {"json": "json_report", "csv": "csv_report"}
_COLORED = ("text", "github")


def render(name: str, report: Any, *, color: bool = False) -> str:
    """Write a `policylint.lint.finding.Report` in a format; color is for those read by people."""
    if name not in FORMATS:
        raise ValueError(f"no report format '{name}'")
    module = import_module(f"{__name__}.{_MODULES.get(name, name)}")
    options = {"color": color} if name in _COLORED else {}
    return str(module.render(report, **options))
