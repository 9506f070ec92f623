"""`policylint lsp`."""

from typing import Any

import click

from policylint.cli.options import law_options, read_law, today
from policylint.errors import UsageError

HINT = "pip install 'policylint[lsp]'"


@click.command(epilog="\b\nExample:\n  policylint lsp")
@law_options
def lsp(**law: Any) -> int:
    """Serve an editor over standard input and output: the language server.

    Findings while you type, the law under the pointer, fixes, and completion. Editors start it;
    docs/language-server.md shows how to tell them.
    """
    serve = _server()
    options = read_law(**law)
    code: int = serve(options, lambda: law["as_of"] or today())
    return code


def _server() -> Any:
    """Import the server. Raises UsageError where its libraries are not installed."""
    try:
        import lsprotocol  # noqa: F401 - only to learn whether it is there
        import pygls  # noqa: F401 - the same
    except ModuleNotFoundError as error:
        raise UsageError(f"the language server needs {error.name}", HINT) from None
    from policylint.editor.server import serve

    return serve
