"""Small damage to documents, of the kind that people, editors and attackers do."""

from collections.abc import Callable, Sequence
from random import Random

MOST_BYTES = 64 * 1024

TOKENS = tuple(
    text.encode()
    for text in (
        *("- ", ": ", "? ", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!", "!!str ", "!x "),
        *("|", ">", "|+", ">-", "|9", "'", '"', "%", "%YAML 1.1\n", "%YAML 1.2\n", "%TAG ! x\n"),
        *(
            "---",
            "...",
            "\n---\n",
            "\n...\n",
            "<<: *a\n",
            "<<: ",
            "\t",
            " ",
            "  ",
            "\n",
            "\r",
            "\r\n",
        ),
        *(
            "\0",
            "\x07",
            "\x1b[31m",
            "\x7f",
            "\x85",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\u202e",
            "\ufffe",
        ),
        *(
            "\\ud800",
            "\\uDE00",
            '"\\ud83d\\ude00"',
            '"\\x1b"',
            '"\\uDFFF"',
            '"\\0"',
            "😀",
            "é",
            "\u00a0",
        ),
        *("null", "~", "true", "NO", "0x1F", "1e999", ".inf", ".nan", "9" * 400, "9" * 4_001),
        *("session", "13 months", "P13M", "until-cleared", "999999999999 years", "-1 days", "0"),
        *("version: 1\n", "site:\n", "cookies:\n", "vendors:\n", "consent:\n", "x-own: 1\n"),
        *("FR", "UK", "EU", "XX", "opt-in", "none", "essential", "2026-11-23", "2026-13-45"),
        *("=cmd()", "::error::x", "]]>", "%0A", "<script>", "{{ 7*7 }}", "`x`", "|a|", "../../etc"),
        *("[" * 70, "{a: " * 70, "- " * 70, "a" * 5_000, "&x [*x]", "&a [*a, *a]", "\n" * 50),
    )
)

Mutation = Callable[[bytes, Random, Sequence[bytes]], bytes]


def mutate(content: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """Damage a document in one to five places; of others it may take lines."""
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5))):
        content = random.choice(MUTATIONS)(content, random, others)
    return content[:MOST_BYTES]


def _insert_token(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + random.choice(TOKENS) + content[at:]


def _replace_value(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    head, mark, _rest = lines[at].partition(b": ")
    lines[at] = head + mark + random.choice(TOKENS)
    return b"\n".join(lines)


def _delete_span(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + content[at + random.choice((1, 1, 2, 5, 20, 200)) :]


def _delete_line(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    del lines[random.randrange(len(lines))]
    return b"\n".join(lines)


def _repeat_lines(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    part = lines[at : at + random.randint(1, 8)]
    to = random.randrange(len(lines))
    return b"\n".join(lines[:to] + part * random.choice((1, 1, 2, 20)) + lines[to:])


def _swap_lines(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _indent_line(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    change = random.choice((b" ", b"  ", b"\t", b""))
    lines[at] = change + lines[at] if change else lines[at].lstrip(b" ")
    return b"\n".join(lines)


def _flip_byte(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    if not content:
        return content
    at = random.randrange(len(content))
    return content[:at] + bytes((random.randrange(256),)) + content[at + 1 :]


def _cut_off(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    return content[: random.randint(0, len(content))]


def _take_lines(content: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    lines, more = content.split(b"\n"), random.choice(others).split(b"\n")
    at, of = random.randrange(len(lines)), random.randrange(len(more))
    return b"\n".join(lines[:at] + more[of : of + random.randint(1, 10)] + lines[at:])


def _break_lines(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    return content.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n", b"\n\t", b"\n ")))


def _encode(content: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    text = content.decode("utf-8", "replace")
    encoding = random.choice(("utf-8-sig", "utf-8-sig", "latin-1", "utf-16", "utf-32-be", "cp037"))
    return text.encode(encoding, "replace")


MUTATIONS: tuple[Mutation, ...] = (
    *(_insert_token, _insert_token, _insert_token, _replace_value, _replace_value, _replace_value),
    *(_delete_span, _delete_span, _delete_line, _repeat_lines, _swap_lines, _indent_line),
    *(_flip_byte, _cut_off, _take_lines, _take_lines, _break_lines, _encode),
)
