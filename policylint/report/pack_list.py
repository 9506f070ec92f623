"""What changed since a rule pack: a line each, as JSON, or as Markdown for a changelog."""

import json
from collections.abc import Sequence

from policylint.law.history import Change, RulePack


def since_text(since: str, packs: Sequence[RulePack]) -> str:
    """Write what each later pack changed, a line per rule."""
    if not packs:
        return _nothing(since)
    lines = []
    for pack in packs:
        lines.append(f"{_title(pack)}:")
        lines += [f"  {one.rule}  {_kind(one):16}  {one.sentence}" for one in pack.changes]
        lines += [] if pack.changes else ["  no rule came, left or got graver"]
    return "\n".join(lines) + "\n"


def since_markdown(since: str, packs: Sequence[RulePack]) -> str:
    """Write what each later pack changed, a section per pack."""
    if not packs:
        return _nothing(since)
    lines = [f"# Rules since rule pack {since}"]
    for pack in packs:
        lines += ["", f"## {_title(pack)[:1].upper()}{_title(pack)[1:]}", ""]
        lines += [f"- {one.rule} {_kind(one)}: {one.sentence}" for one in pack.changes]
        lines += [] if pack.changes else ["No rule came, left or got graver."]
    return "\n".join(lines) + "\n"


def since_json(since: str, packs: Sequence[RulePack]) -> str:
    """Write what each later pack changed, every key always there."""
    data = {
        "version": 1,
        "since": since,
        "packs": [
            {
                "name": pack.name,
                "law_as_of": pack.law_as_of.isoformat(),
                "version": pack.version,
                "changes": [
                    {
                        "code": one.rule,
                        "kind": one.kind,
                        "was": one.was,
                        "jurisdictions": sorted(one.within) if one.within else None,
                        "sentence": one.sentence,
                    }
                    for one in pack.changes
                ],
            }
            for pack in packs
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _nothing(since: str) -> str:
    return f"nothing changed since rule pack {since}, the newest that this version holds\n"


def _title(pack: RulePack) -> str:
    day = pack.law_as_of.isoformat()
    return f"rule pack {pack.name} (law as of {day}, policylint {pack.version})"


def _kind(change: Change) -> str:
    where = f" in {', '.join(sorted(change.within))}" if change.within else ""
    was = f" than {change.was}" if change.was else ""
    return f"{change.kind}{was}{where}"
