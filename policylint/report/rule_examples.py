"""What a rule reports and what it accepts: the fixtures by which it is tested.

The wheel holds them beside this package; a checkout has them among the tests.
"""

import os
import re
from collections.abc import Iterator

HERE = os.path.dirname(os.path.dirname(__file__))
FOLDERS = (
    os.path.join(HERE, "rule_examples"),
    os.path.join(os.path.dirname(HERE), "tests", "rules"),
)
MOST_LINES = 24
# What every fixture needs and no rule is about.
_FRAME = ("version:", "site:", "controller:")
_BLOCK = re.compile(r"^(?=\S)", re.MULTILINE)
_MARK = re.compile(r"   (#|//) reported")
_KINDS = ("yaml", "js")
_EXPECT = re.compile(r" *(#|//) expect: \S+( \w+)?( \[[^]]*\])?")


def rule_examples(name: str) -> Iterator[tuple[str, str]]:
    """Give an example that a rule reports and one that it accepts, each with its heading."""
    for stem, heading in (("bad", "Reported"), ("good", "Accepted")):
        text = _read(name, stem)
        if text:
            yield heading, text


def _read(name: str, stem: str) -> str:
    for path in (
        os.path.join(folder, name, f"{stem}.{kind}") for folder in FOLDERS for kind in _KINDS
    ):
        if os.path.isfile(path):
            with open(path, encoding="utf-8") as file:
                return _shortened(file.read())
    return ""


def _shortened(text: str) -> str:
    blocks = [block for block in _BLOCK.split(text) if block.strip()]
    kept = [one for one in blocks if not one.startswith(_FRAME) or " expect: " in one]
    lines = _EXPECT.sub(r"   \1 reported", "".join(kept)).splitlines()
    if len(lines) <= MOST_LINES:
        return "\n".join(lines)
    reported = [at for at, line in enumerate(lines) if _MARK.search(line)]
    start = max(0, min(reported, default=0) - MOST_LINES // 2)
    part = lines[start : start + MOST_LINES]
    before = ["…"] if start else []
    after = ["…"] if start + MOST_LINES < len(lines) else []
    return "\n".join(before + part + after)
