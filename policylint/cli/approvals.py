"""`policylint approvals`."""

import json
from typing import Any

import click

from policylint.cli.options import write_text
from policylint.errors import ExitCode

MOST_CHANGES = 10


@click.command(
    epilog="\b\nExamples:\n  policylint approvals cookies.yaml\n"
    "  policylint approvals cookies.yaml --format json"
)
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def approvals(file: str, form: str) -> int:
    """List who signed off an inventory, and what changed since.

    What was signed is looked for in the history of git. The exit code is 1 where the last
    sign-off of what the inventory says today is missing or a refusal.
    """
    from policylint.cli.options import today
    from policylint.cli.telling import tell_findings
    from policylint.lint.approval_findings import standing
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
    last = standing(inventory)
    return ExitCode.FINDINGS if last is None or last.decision == "refused" else ExitCode.CLEAN


def _as_text(file: str, found: list[Any]) -> str:
    from policylint.report.clean import inert, visible

    lines = [f"{file}: {len(found)} sign-offs"] if found else [f"{file}: no sign-off is recorded"]
    for one in found:
        approval = one.approval
        state = "holds" if one.holds else "the content has changed since"
        who = f"{approval.on.isoformat()} {approval.by} ({approval.role})"
        lines.append(f"{who}: {approval.decision}; {state}")
        if approval.conditions is not None:
            lines.append(f"  conditions: {approval.conditions.plain or ''}")
        lines += [] if one.holds else _changes(one)
    return inert("\n".join(visible(line) for line in lines)) + "\n"


def _changes(one: Any) -> list[str]:
    from policylint.i18n.catalogue import catalogue

    if one.changes is None:
        return ["  what was signed is not in the history of git"]
    words = catalogue("en")
    lines = [f"  compared with {one.revision[:12]}:"]
    for change in one.changes[:MOST_CHANGES]:
        subject = words.text(f"report.subject.{change.subject}", name=change.name)
        kind = words.text(f"report.change-kind.{change.kind.name}")
        follows = words.text(f"report.consequence.{change.kind.consequence}")
        lines.append(f"    {subject}: {kind} ({follows})")
    more = len(one.changes) - MOST_CHANGES
    return lines + ([f"    and {more} more: policylint diff lists them"] if more > 0 else [])


def _as_json(found: list[Any]) -> str:
    from policylint.review.difference_json import change_json

    data = [
        {
            "by": one.approval.by,
            "role": one.approval.role,
            "on": one.approval.on.isoformat(),
            "decision": one.approval.decision,
            "digest": one.approval.digest,
            "holds": one.holds,
            "revision": one.revision,
            "changes": None if one.changes is None else [change_json(each) for each in one.changes],
        }
        for one in found
    ]
    return json.dumps({"version": 1, "approvals": data}, indent=2, ensure_ascii=True) + "\n"
