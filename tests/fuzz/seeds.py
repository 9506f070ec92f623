"""What the fuzzing starts from: every inventory of the repository, and hostile documents."""

from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("examples", "tests/rules", "tests/law", "tests/model", "tests/policy", "docs")


@cache
def inventories() -> tuple[bytes, ...]:
    """Read the examples, and the good and the bad example of every rule."""
    paths = [
        path
        for folder in FOLDERS
        for suffix in ("*.yaml", "*.json")
        for path in (ROOT / folder).rglob(suffix)
        if path.stat().st_size < 20_000
    ]
    return tuple(path.read_bytes() for path in sorted(paths))


def bomb(levels: int, width: int) -> bytes:
    """Write a document that aliases make grow with each level."""
    lines = ["a0: &a0 [x]"]
    for level in range(1, levels):
        aliases = ", ".join([f"*a{level - 1}"] * width)
        lines.append(f"a{level}: &a{level} [{aliases}]")
    return "\n".join(lines).encode()


def hostile() -> dict[str, bytes]:
    """Give the documents that are known to break readers, by what they try."""
    keys = "".join(f"{' ' * level}k:\n" for level in range(10_000))
    return {
        "brackets without end": b"[" * 100_000,
        "braces without end": b"{a: " * 100_000,
        "dashes without end": b"- " * 100_000,
        "question marks without end": b"? " * 100_000,
        "keys of ten thousand levels": keys.encode(),
        "quotes around brackets": b'a: "' + b"[" * 100_000 + b'"',
        "an alias bomb": bomb(12, 10),
        "a wide alias bomb": b"a: &a [" + b"x, " * 1_000 + b"]\nb: [" + b"*a, " * 1_000 + b"]",
        "a merge bomb": b"a0: &a0 {x: 1}\n"
        + b"".join(
            f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 20)}], k{n}: 1}}\n".encode()
            for n in range(1, 20)
        ),
        "an anchor inside itself": b"a: &a [*a]",
        "a huge integer": b"a: " + b"9" * 1_000_000,
        "a huge hexadecimal integer": b"a: 0x" + b"f" * 1_000_000,
        "a huge exponent": b"a: 1e" + b"9" * 100_000,
        "a huge fraction": b"a: 0." + b"1" * 1_000_000,
        "zero bytes": b"\0" * 10_000,
        "a zero byte in a value": b"a: 'x\0y'",
        "a half of a pair": b'a: "\\ud800"',
        "the halves in the wrong order": b'a: "\\ude00\\ud83d"',
        "a half encoded": b"a: '\xed\xa0\x80'",
        "a hundred thousand keys": b"".join(b"k%d: 1\n" % n for n in range(100_000)),
        "one key again and again": b"a: 1\n" * 12_000,
        "one anchor again and again": b"- &a 1\n" * 12_000,
        "comments only": b"# x\n" * 100_000,
        "a line without end": b"a: " + b"x" * 1_000_000,
        "blanks without end": b" " * 1_000_000,
        "tags without end": b"a: " + b"!!str " * 50_000,
        "a tag without end": b"a: !" + b"x" * 500_000,
        "an anchor without end": b"a: &" + b"x" * 500_000 + b" 1",
        "colons without end": b"a" + b": " * 100_000,
        "quotes without end": b"'" * 100_001,
        "documents without end": b"---\n" * 100_000,
        "directives without end": b"%YAML 1.2\n" * 100_000,
        "an escape in a key": b'"\\e[31m": 1',
    }
