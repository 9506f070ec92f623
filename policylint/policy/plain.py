"""Spans as bare words."""

from policylint.policy.blocks import Spans


def plain_spans(spans: Spans) -> str:
    """Write spans as bare words; the addresses of links are left out."""
    return "".join(span.text for span in spans)
