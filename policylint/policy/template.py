"""Policies drawn by a user's own Jinja2 templates, which are data: they run in a sandbox.

A template is `policy.<format>.jinja` in a folder and reads nothing outside it. It sees

* `policy`: title, language, date, version, draft, and left_out;
* `body`: the whole text as policylint draws it, ready to print;
* `sections`: the same text by anchor (`sections.rights`), `head` for what precedes the first;
* `inventory`: the facts as plain data, texts in the language of the policy, null where missing.

Values are escaped for the format when they are printed; `body` and `sections` already are.
A template is drawn in a process of its own, which ends after 10 seconds or at 1 GiB where the
platform can tell (on others, after 10 seconds).
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from policylint.errors import UsageError
from policylint.model.inventory import Inventory
from policylint.policy.blocks import Block, Document, Policy
from policylint.policy.plain_facts import plain_facts
from policylint.policy.render_html import render_html_blocks
from policylint.policy.render_markdown import render_markdown_blocks
from policylint.policy.render_text import render_text_blocks
from policylint.policy.template_child import READY, can_limit

_MOST_SECONDS = 10
_MOST_BYTES = 1 << 30
_SLOW_MACHINE = 6
_CHILD = (
    "import sys; sys.path[:] = sys.argv[1:];"
    " from policylint.policy.template_child import serve; serve()"
)


def render_template(
    folder: Path,
    policy: Policy,
    inventory: Inventory,
    format: str,  # noqa: A002 - the word of the option
) -> str:
    """Draw a policy by the template of a folder. Raises UsageError with its name and line."""
    request = {
        "folder": str(folder),
        "format": format,
        "context": _context(policy, inventory, format),
        "seconds": _MOST_SECONDS,
        "bytes": _MOST_BYTES,
    }
    too_much = UsageError(
        f"policy.{format}.jinja: the template takes more than {_MOST_SECONDS} seconds or"
        f" {_MOST_BYTES >> 30} GiB"
    )
    try:
        done = subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-P", "-c", _CHILD, *sys.path],
            input=json.dumps(request, default=str).encode(),
            capture_output=True,
            # The child counts the time that it works; a busy machine may take longer.
            timeout=_MOST_SECONDS * (_SLOW_MACHINE if can_limit() else 1),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise too_much from None
    if not done.stdout.startswith(READY):
        reason = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise UsageError(f"the process that draws templates cannot start: {reason}")
    if done.returncode:
        raise too_much
    answer: dict[str, str] = json.loads(done.stdout.removeprefix(READY))
    if "text" not in answer:
        raise UsageError(answer["fault"]) if answer else too_much
    return answer["text"]


def _context(policy: Policy, inventory: Inventory, format: str) -> dict[str, Any]:  # noqa: A002
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
            return render_html_blocks(blocks)
        case "markdown":
            return render_markdown_blocks(document, blocks)
    return render_text_blocks(document, blocks)
