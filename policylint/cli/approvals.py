"""`policylint approvals`."""

import json
from typing import Any

import click

from policylint.cli.options import write_text
from policylint.errors import ExitCode

MOST_CHANGES = 10
_GAPS = {
    "not-found": "what was signed is not in the history of git",
    "shallow": "what was signed is not in this shallow clone; see 'git fetch --unshallow'",
    "partial": "what was signed may not have been fetched yet, for this clone is partial",
    "no-repository": "what was signed is not known, for the file is in no git repository",
    "no-git": "what was signed is not known, for git is not installed",
}


@click.command(
    epilog="\b\nExamples:\n  policylint approvals cookies.yaml\n"
    "  policylint approvals cookies.yaml --format json"
)
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def approvals(file: str, form: str) -> int:
    """List who signed off an inventory, and what changed since.

    What was signed is looked for in the history of git. The exit code is 1 where nobody signed
    what the inventory says today, or where a role refused it and has not decided otherwise.
    """
    from policylint.cli.options import today
    from policylint.cli.telling import tell_findings
    from policylint.lint.approval_findings import covering
    from policylint.lint.judge import check_file
    from policylint.lint.options import Options
    from policylint.review.approving import standings

    options = Options(as_of=today())
    result = check_file(file, options)
    inventory = result.inventory
    if inventory is None:
        tell_findings(result, result.errors, options, "concise")
        return ExitCode.FINDINGS
    found = list(standings(result, inventory))
    write_text(_as_json(found) if form == "json" else _as_text(file, found))
    last = covering(inventory)
    refused = any(one.is_refusal for one in last)
    return ExitCode.FINDINGS if refused or not last else ExitCode.CLEAN


def _as_text(file: str, found: list[Any]) -> str:
    from policylint.report.clean import inert, visible

    count = f"{len(found)} sign-off{'s' if len(found) > 1 else ''}"
    lines = [f"{file}: {count if found else 'no sign-off is recorded'}"]
    for one in found:
        approval = one.approval
        who = f"{approval.on.isoformat()} {approval.by} ({approval.role})"
        lines.append(f"{who}: {approval.decision}; {_state(one)}")
        if approval.conditions is not None:
            lines.append(f"  conditions: {_in_one_line(approval.conditions)}")
        lines += _changes(one) if one.only_words or not one.holds else []
    return inert("\n".join(visible(line) for line in lines)) + "\n"


def _in_one_line(text: Any) -> str:
    if text.plain is not None:
        return str(text.plain)
    return "; ".join(f"{language}: {words}" for language, words in text.by_language.items())


def _state(one: Any) -> str:
    if one.only_words:
        return "holds; nothing but descriptions has been edited since"
    return "holds" if one.holds else "the content has changed since"


def _changes(one: Any) -> list[str]:
    from policylint.i18n.catalogue import catalogue

    if one.changes is None:
        return [f"  {_GAPS[one.gap]}"]
    words = catalogue("en")
    lines = [f"  compared with {one.revision[:12]}:"]
    for change in one.changes[:MOST_CHANGES]:
        subject = words.text(f"report.subject.{change.subject}", name=change.name)
        kind = words.text(f"report.change-kind.{change.kind.name}")
        follows = words.text(f"report.consequence.{change.kind.consequence}")
        lines.append(f"    {subject}: {kind} ({follows}){_before_and_after(change)}")
    if not one.changes:
        lines.append("    nothing that an inventory says, only the ids of vendors")
    more = len(one.changes) - MOST_CHANGES
    return lines + ([f"    and {more} more: policylint diff lists them"] if more > 0 else [])


def _before_and_after(change: Any) -> str:
    from policylint.policy.clean import shortened

    if change.old is None or change.new is None:
        return ""
    return f": {shortened(change.old)} → {shortened(change.new)}"


def _as_json(found: list[Any]) -> str:
    from policylint.review.difference_json import change_json

    data = [
        {
            "by": one.approval.by,
            "role": one.approval.role,
            "on": one.approval.on.isoformat(),
            "decision": one.approval.decision,
            "digest": one.approval.digest,
            "conditions": _conditions(one.approval),
            "holds": one.holds,
            "only_words": one.only_words,
            "revision": one.revision,
            "gap": one.gap,
            "changes": None if one.changes is None else [change_json(each) for each in one.changes],
        }
        for one in found
    ]
    return json.dumps({"version": 1, "approvals": data}, indent=2, ensure_ascii=True) + "\n"


def _conditions(approval: Any) -> Any:
    text = approval.conditions
    return None if text is None else text.plain or dict(text.by_language)
