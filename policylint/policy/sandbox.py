"""The sandbox of templates: which names, attributes and steps a template has, and its faults."""

import traceback
from collections.abc import Container, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from policylint.errors import UsageError
from policylint.policy.clean import clean, shortened
from policylint.policy.render_markdown import escape_markdown

_MOST_CHARACTERS = 5_000_000
_MOST_STEPS = 100_000
_LARGEST_SOURCE = 1_000_000
_MANY_FRAMES = 50
_OF_TEXTS = frozenset(
    (
        *("capitalize", "casefold", "count", "endswith", "find", "index", "isalnum", "isalpha"),
        *("isdigit", "islower", "isspace", "isupper", "join", "lower", "lstrip", "partition"),
        *("removeprefix", "removesuffix", "replace", "rfind", "rpartition", "rsplit", "rstrip"),
        *("split", "splitlines", "startswith", "strip", "striptags", "swapcase", "title", "upper"),
    )
)
# What a template may ask of plain values; of all other values it is what the sandbox allows.
_ATTRIBUTES: tuple[tuple[type | tuple[type, ...], frozenset[str]], ...] = (
    (str, _OF_TEXTS),
    (dict, frozenset({"get", "items", "keys", "values"})),
    ((list, tuple, range), frozenset({"count", "index"})),
    ((int, float, complex, bytes, bytearray, type), frozenset()),
)
_FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
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
        """Allow what templates need, and nothing that pads or converts without a bound."""
        for kinds, allowed in _ATTRIBUTES:
            if isinstance(obj, kinds):
                return attr in allowed
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


class _Folder(jinja2.BaseLoader):
    """Reads templates below one folder, and turns what Python cannot compile into sentences."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: set[str] = set()

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002 - Jinja2's signature
        template: str,
    ) -> tuple[str, str, None]:
        """Read a template; whatever is not a file below the folder is not there."""
        try:
            root = self.folder.resolve()
            path = (root / template).resolve()
            is_there = path.is_relative_to(root) and path.is_file()
        except (OSError, RuntimeError, ValueError):  # too long, a loop of links, a zero byte
            is_there = False
        if not is_there:
            raise jinja2.TemplateNotFound(template)
        try:
            with path.open("rb") as file:
                content = file.read(_LARGEST_SOURCE + 1)
            source = content.decode().replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise UsageError(f"the template '{shortened(template)}' is not UTF-8") from None
        except OSError as error:
            reason = (error.strerror or "").lower()
            raise UsageError(
                f"the template '{shortened(template)}' cannot be read: {reason}"
            ) from None
        if len(content) > _LARGEST_SOURCE:
            raise UsageError(
                f"the template '{shortened(template)}' is larger than {_LARGEST_SOURCE} bytes"
            )
        self.names.add(template)
        return source, template, None

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja2's signature
    ) -> jinja2.Template:
        """Compile a template. Raises UsageError for what Jinja2 lets through to Python."""
        try:
            return super().load(environment, name, globals)
        except SyntaxError as error:
            reason = error.msg
        except RecursionError:
            reason = "the template is nested too deeply"
        raise UsageError(f"{shortened(name)}: {reason}")


def draw(folder: Path, format: str, context: Mapping[str, Any]) -> str:  # noqa: A002
    """Fill the template of a format. Raises UsageError with its name, and its line if known."""
    name = f"policy.{format}.jinja"
    loader = _Folder(folder)
    environment = _environment(loader, format)
    try:
        template = environment.get_template(name)
        return _bounded(template.generate(_marked(context, format)), name)
    except jinja2.TemplateNotFound as error:
        missing = shortened(str(error.name))
        raise UsageError(
            f"there is no template '{missing}' in '{shortened(str(folder))}'"
        ) from None
    except jinja2.TemplateSyntaxError as error:
        place = shortened(error.name or name)
        raise UsageError(f"{place}, line {error.lineno}: {error.message}") from None
    except _FAULTS as error:
        raise UsageError(_fault(error, name, loader.names)) from None


def _marked(context: Mapping[str, Any], format: str) -> dict[str, Any]:  # noqa: A002
    """Mark the texts that policylint drew itself: they are escaped already."""
    ready = Markup if format == "html" else _Ready
    sections = {anchor: ready(text) for anchor, text in context["sections"].items()}
    return {**context, "body": ready(context["body"]), "sections": sections}


def _environment(loader: _Folder, format: str) -> _Sandbox:  # noqa: A002
    environment = _Sandbox(
        loader=loader,
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


def _fault(error: BaseException, name: str, names: Container[str]) -> str:
    """Find the template and its line in the traceback, which Jinja2 rewrites to hold them."""
    every = traceback.extract_tb(error.__traceback__)
    frames = [frame for frame in every if frame.filename in names]
    reason = shortened(str(error), 300) or type(error).__name__
    if isinstance(error, RecursionError):
        reason = (
            "the template includes or calls itself without end"
            if len(frames) > _MANY_FRAMES
            else "the template is nested too deeply"
        )
    if not frames:
        return f"{name}: {reason}"
    return f"{shortened(frames[-1].filename)}, line {frames[-1].lineno}: {reason}"
