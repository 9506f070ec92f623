import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1] / "policylint"

# What each package may import besides itself, from low to high; cli may import anything.
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "source": {"errors"},
    "model": {"errors"},
    "law": {"model"},
    "catalog": {"model", "source", "errors"},
    "evidence": {"model", "catalog", "errors"},
    "i18n": {"errors"},
    "rule": {"model", "law", "catalog", "evidence", "source"},
    "rules": {"rule", "model", "law", "catalog", "evidence", "source"},
    "exchange": {"model", "law", "catalog", "i18n", "source", "rule", "errors"},
    "policy": {"model", "law", "i18n", "errors"},
    "lint": {
        *("errors", "source", "model", "law", "catalog", "evidence", "i18n"),
        *("rule", "rules", "policy"),
    },
    "report": {"lint", "law", "i18n", "policy", "rule", "model", "catalog"},
    "browser": {"evidence", "model", "errors"},
    "editor": {
        *("report", "lint", "rule", "law", "i18n"),
        *("catalog", "model", "source", "errors"),
    },
    "review": {
        *("report", "policy", "lint", "rules", "rule", "law", "i18n", "model", "source"),
        *("catalog", "evidence", "exchange", "errors"),
    },
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def unit(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def test_imports_only_point_downwards() -> None:
    upward = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted(ROOT.rglob("*.py"))
        if unit(path) not in {"cli", "__init__", "__main__"}
        for name in imports(path)
        if name.startswith("policylint.")
        and name != "policylint.__version__"
        and name.split(".")[1] not in {unit(path), *ALLOWED[unit(path)]}
    ]

    assert upward == []


def test_a_rule_never_sees_the_text_of_a_file() -> None:
    seen = {
        name
        for folder in ("rules", "rule.py")
        for path in ([ROOT / folder] if folder.endswith(".py") else (ROOT / folder).rglob("*.py"))
        for name in imports(path)
        if name.startswith("policylint.source.")
    }

    assert seen == {"policylint.source.pointer.Pointer", "policylint.source.pointer.Span"}


def test_only_the_command_line_prints_and_exits() -> None:
    guilty = [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if unit(path) != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and ast.unparse(node.func) in {"print", "sys.exit", "exit", "click.echo"}
    ]

    assert guilty == []


def test_files_stay_small() -> None:
    lengths = sorted(
        len(path.read_text(encoding="utf-8").splitlines()) for path in ROOT.rglob("*.py")
    )

    assert lengths[-1] <= 300
    assert lengths[len(lengths) // 2] <= 100


def test_functions_stay_small() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0)
        - node.lineno
        + 1
        - (ast.get_docstring(node, clean=False) or "").count("\n")
        > 41
    ]

    assert long == []
