"""Addresses of this project's own pages."""

from urllib.parse import quote

from policylint.rule import Rule

HOME = "https://github.com/studio-ductus/policylint"


def rule_link(rule: Rule) -> str:
    """Give the address of a rule's explanation, or of the text behind a rule of one's own."""
    if not rule.since:
        return next((one.link for one in rule.citations), HOME)
    return f"{HOME}/blob/main/docs/rules.md#{quote(f'{rule.code.lower()}-{rule.name}')}"
