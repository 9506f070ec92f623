"""Policies drawn by a user's own Jinja2 templates, which are data: they run in a sandbox.

A template is `policy.<format>.jinja` in a folder and reads nothing outside it. It sees

* `policy`: title, language, date, version, draft, and left_out;
* `body`: the whole text as policylint draws it, ready to print;
* `sections`: the same text by anchor (`sections.rights`), `head` for what precedes the first;
* `inventory`: the facts as plain data, texts in the language of the policy, null where missing.

Values are escaped for the format when they are printed; `body` and `sections` already are.
"""

import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from policylint.errors import UsageError
from policylint.model.inventory import Inventory
from policylint.policy.blocks import Block, Document, Policy
from policylint.policy.clean import clean
from policylint.policy.plain_facts import plain_facts
from policylint.policy.render_html import render_html_blocks
from policylint.policy.render_markdown import escape_markdown, render_markdown_blocks
from policylint.policy.render_text import render_text_blocks

_MOST_CHARACTERS = 5_000_000
_MOST_STEPS = 100_000
_LARGEST_SOURCE = 1_000_000
_PADDING = frozenset(
    {"center", "expandtabs", "format", "format_map", "ljust", "rjust", "translate", "zfill"}
)
_TEMPLATE_FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


class _Ready(str):
    """Text that is already escaped for its format."""

    __slots__ = ()


class _Sandbox(ImmutableSandboxedEnvironment):
    """Refuses arithmetic that makes something huge, and counts every step of every `range`."""

    intercepted_binops = frozenset({"*", "**", "%"})
    steps = 0

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Calculate with numbers only: a text or a list times a number has no bound."""
        is_small = all(
            isinstance(one, int | float) and abs(one) < _MOST_STEPS for one in (left, right)
        )
        if not is_small or operator == "**":
            raise SecurityError(f"'{operator}' is only for small numbers")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse the methods of texts that pad without a bound."""
        if isinstance(obj, str) and attr in _PADDING:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Any:  # noqa: ARG002 - Jinja2's signature
        """Refuse `format` too: a width in its pattern has no bound."""
        return None

    def count_range(self, *limits: int) -> range:
        """Make a range, as long as all ranges of the run together stay bounded."""
        steps = range(*limits)
        self.steps += len(steps)
        if self.steps > _MOST_STEPS:
            raise SecurityError(f"more than {_MOST_STEPS} steps of range()")
        return steps


def render_template(
    folder: Path,
    policy: Policy,
    inventory: Inventory,
    format: str,  # noqa: A002 - the word of the option
) -> str:
    """Draw a policy by the template of a folder. Raises UsageError with its name and line."""
    name = f"policy.{format}.jinja"
    environment = _environment(folder, format)
    try:
        template = environment.get_template(name)
        return _bounded(template.generate(_context(policy, inventory, format)), name)
    except jinja2.TemplateNotFound as error:
        raise UsageError(f"there is no template '{error.name}' in '{folder}'") from None
    except jinja2.TemplateSyntaxError as error:
        raise UsageError(f"{error.name or name}, line {error.lineno}: {error.message}") from None
    except _TEMPLATE_FAULTS as error:
        raise UsageError(f"{_place(error, name)}: {_fault(error)}") from None


def _environment(folder: Path, format: str) -> _Sandbox:  # noqa: A002
    root = folder.resolve()

    def load(name: str) -> str | None:
        path = (root / name).resolve()
        if not path.is_relative_to(root) or not path.is_file():
            return None
        if path.stat().st_size > _LARGEST_SOURCE:
            raise UsageError(f"the template '{name}' is larger than {_LARGEST_SOURCE} bytes")
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise UsageError(f"the template '{name}' is not UTF-8") from None

    environment = _Sandbox(
        loader=jinja2.FunctionLoader(load),
        autoescape=format == "html",
        undefined=jinja2.StrictUndefined,
        finalize=None if format == "html" else _finalizer(format),
        keep_trailing_newline=True,
    )
    environment.globals = {"range": environment.count_range, "dict": dict}
    for filter_name in ("center", "format", "indent", "random", "wordwrap"):
        environment.filters.pop(filter_name)
    return environment


def _finalizer(format: str) -> Any:  # noqa: A002
    escape = escape_markdown if format == "markdown" else clean

    def finalize(value: Any) -> Any:
        if isinstance(value, _Ready | jinja2.Undefined):
            return value
        return "" if value is None else escape(str(value))

    return finalize


def _bounded(pieces: Iterator[str], name: str) -> str:
    kept: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _MOST_CHARACTERS:
            raise UsageError(f"{name}: the text is longer than {_MOST_CHARACTERS} characters")
        kept.append(piece)
    return "".join(kept)


def _place(error: BaseException, name: str) -> str:
    """Find the template and its line in the traceback, which Jinja2 rewrites to hold them."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.endswith((".jinja", "<template>"))
    ]
    return f"{name}, line {frames[-1].lineno}" if frames else name


def _fault(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return "the template includes or calls itself without end"
    return str(error) or type(error).__name__


def _context(policy: Policy, inventory: Inventory, format: str) -> Mapping[str, Any]:  # noqa: A002
    document = policy.document
    first = inventory.site.languages[0]
    sections: dict[str, str] = {
        anchor: _drawn(document, blocks, format) for anchor, blocks in document.sections()
    }
    return {
        "policy": {
            "title": document.title,
            "language": document.language,
            "date": document.date,
            "version": document.version,
            "draft": document.draft,
            "left_out": [
                {"section": one.section, "clause": one.clause, "reason": one.reason}
                for one in policy.left_out
            ],
        },
        "body": _drawn(document, document.blocks, format),
        "sections": sections,
        "inventory": plain_facts(inventory, document.language, first),
    }


def _drawn(document: Document, blocks: tuple[Block, ...], format: str) -> str:  # noqa: A002
    match format:
        case "html":
            return Markup(render_html_blocks(blocks))  # noqa: S704 - escaped by its renderer
        case "markdown":
            return _Ready(render_markdown_blocks(document, blocks))
    return _Ready(render_text_blocks(document, blocks))
