"""The parts of a rule's docstring."""

from policylint.model.record import Record


class Explanation(Record):
    """What the fault is, why it matters and how to fix it, in Markdown; empty where not written."""

    summary: str
    why: str
    cure: str


def explain(text: str) -> Explanation:
    """Split `Rule.explanation` at its headings *Why it matters* and *How to fix it*."""
    parts: dict[str, list[str]] = {"": []}
    heading = ""
    for line in _dedented(text):
        if line.startswith("## "):
            heading = line[3:].strip().lower()
            parts.setdefault(heading, [])
        else:
            parts[heading].append(line)
    written = {name: "\n".join(lines).strip() for name, lines in parts.items()}
    return Explanation(
        summary=written[""],
        why=written.get("why it matters", ""),
        cure=written.get("how to fix it", ""),
    )


def _dedented(text: str) -> list[str]:
    first, *rest = text.strip().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
    return [first.rstrip(), *(line[margin:].rstrip() for line in rest)]
