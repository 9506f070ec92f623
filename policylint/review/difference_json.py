"""What changed between two versions of an inventory, as JSON."""

import json
from collections.abc import Collection
from typing import Any

from policylint.i18n.catalogue import catalogue
from policylint.report.finding_json import listed_citation_json
from policylint.review.change import Change, gravest
from policylint.review.subject import Subject
from policylint.source.pointer import render_pointer

VERSION = 1


def difference_json(subject: Subject) -> str:
    """Write what changed as JSON; keys are always present, null where there is nothing."""
    data = {
        "version": VERSION,
        "old": subject.since,
        "new": subject.result.declaration.path,
        "consequence": gravest(subject.changes),
        "changes": [
            change_json(one, {pack.code for pack in subject.packs}) for one in subject.changes
        ],
        "words": [
            {"status": line.status, "pieces": [list(piece) for piece in line.pieces]}
            for line in subject.words
            if line.status != "same"
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=True) + "\n"


def change_json(change: Change, codes: Collection[str] | None = None) -> dict[str, Any]:
    """Give a change as plain data, with what is cited for some jurisdictions or for all."""
    kind, words = change.kind, catalogue("en")
    return {
        "kind": kind.name,
        "consequence": kind.consequence,
        "title": words.text(f"report.change-kind.{kind.name}"),
        "reason": words.text(f"report.change-reason.{kind.name}"),
        "subject": change.subject,
        "name": change.name,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "old_pointer": None if change.at_old is None else render_pointer(change.at_old),
        "new_pointer": None if change.at_new is None else render_pointer(change.at_new),
        "citations": [
            listed_citation_json(one)
            for one in kind.citations
            if codes is None or one.within is None or one.within & set(codes)
        ],
    }
