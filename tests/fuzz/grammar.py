"""YAML documents drawn from a grammar, quick enough for a hundred thousand of them.

The strategies of `tests/source/conftest.py` shrink what they find; this one is seeded, knows more
of the language (aliases, merges, tags, directives, odd indentation, line breaks) and is made for
runs by hand.
"""

from random import Random

PLAIN = (
    *("x", "NO", "yes", "on", "y", "1:30", "2025-01-02", "0o17", "010", "0x1F", "0x", "-3", "+4"),
    *("1.5", "1e3", ".5", "5.", "-.5e-3", "+12e03", "1_000", "null", "~", "Null", "true", "False"),
    *(".inf", "-.Inf", ".nan", "1e999", "0b11", "-0", "+0.0", "0o8", "12e", "a b", "a  b", "é 😀"),
    *("http://x/?a=b", "a#b", "a:b", "-x", "x-", "--- x", "1.2.3", "a&b", "a*b", "x!", "=", "<"),
    *(
        "session",
        "13 months",
        "_ga",
        "2026-11-23",
        "opt-in",
        "0" * 30,
        "9" * 30,
        "\u00a0",
        "a\ufeffb",
    ),
)
KEYS = (
    *("a", "b", "c", "b c", "x-y", "NO", "1", "true", "null", "ü", "'q'", '"d: #"', "~", "1.0"),
    *(
        "name",
        "cookies",
        "version",
        "0x1",
        "'<<'",
        '"\\x41"',
        "k" * 40,
        "?x",
        ":x",
        "-x",
        ".",
        "''",
    ),
)
ESCAPES = (
    *("\\t", "\\n", "\\0", "\\x41", "\\u00e9", "\\U0001F600", "\\\\", '\\"', "\\/", "\\e", "\\_"),
    *("\\N", "\\L", "\\P", "\\ ", "\\a", "\\b", "\\v", "\\f", "\\r", "\\\n  "),
)
LETTERS = "abc 12:-#,[]{}&*!|>'\"%@é😀\t.?"
TAGS = ("!!str", "!!str", "!!int", "!!float", "!!bool", "!!null", "!", "!<tag:yaml.org,2002:str>")


class Grammar:
    """Draws documents; the same seed draws the same ones."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._anchors: list[str] = []

    def document(self) -> str:
        """Draw a whole document with its frame, its line breaks and its end."""
        self._anchors = []
        depth = self._random.choice((1, 2, 2, 3, 3, 4))
        root = self._random.random()
        if root < 0.8:
            body = self._block(0, depth)
        elif root < 0.93:
            body = self._flow(depth, "  ")
        else:
            body = self._scalar("  ")
        text = self._frame(body)
        line_break = self._random.choice(("\n", "\n", "\n", "\r\n", "\r"))
        return text.replace("\n", line_break)

    def _frame(self, body: str) -> str:
        start = self._pick("", "", "", "", "---\n", "--- # c\n", "%YAML 1.2\n---\n", "# c\n\n")
        end = self._pick("\n", "\n", "\n", "", "\n\n", "\n...\n", "\n# end", "\n  # deep\n")
        return start + body + end

    def _pick(self, *choices: str) -> str:
        return self._random.choice(choices)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _block(self, column: int, depth: int) -> str:
        """Draw a block whose first line is already indented."""
        if self._chance(0.4):
            return self._sequence(column, depth)
        return self._mapping(column, depth)

    def _sequence(self, column: int, depth: int) -> str:
        items = []
        for _ in range(self._random.randint(1, 4)):
            gap = self._pick(" ", " ", " ", "  ", "   ")
            items.append(f"-{self._value(column, depth, gap, len(gap) + 1, compact=True)}")
        return self._lines(items, column)

    def _mapping(self, column: int, depth: int) -> str:
        entries = []
        count = self._random.randint(1, 4)
        keys = self._random.sample(KEYS, count)
        if self._chance(0.02):
            keys[-1] = keys[0]
        for key in keys:
            if self._anchors and self._chance(0.03):
                entries.append(f"<<: *{self._random.choice(self._anchors)}")
            elif key[0] == "?" or self._chance(0.06):
                pad = " " * column
                value = self._value(column, depth, " ", 2, compact=True)
                entries.append(f"? {self._prefix(0.1)}{key}\n{pad}:{value}")
            else:
                colon = self._pick(":", ":", ":", " :")
                gap = "\t" if self._chance(0.01) else self._pick(" ", " ", " ", "  ", "    ")
                name = f"{self._prefix(0.03)}{key}"
                entries.append(f"{name}{colon}{self._value(column, depth, gap, 0, compact=False)}")
        return self._lines(entries, column)

    def _lines(self, entries: list[str], column: int) -> str:
        pad = " " * column
        text = entries[0]
        for entry in entries[1:]:
            between = self._pick("\n", "\n", "\n", "\n\n", f"\n{pad}# c\n", "\n# c\n", " # c\n")
            if between.startswith(" ") and ("\n" in text or text.endswith("\t")):
                between = "\n"
            text += f"{between}{pad}{entry}"
        return text

    def _prefix(self, share: float) -> str:
        if not self._chance(share):
            return ""
        self._anchors.append(f"n{len(self._anchors)}")
        return f"&{self._anchors[-1]} "

    def _value(self, column: int, depth: int, gap: str, width: int, *, compact: bool) -> str:
        """Draw what follows a dash or a colon, with the blank before it."""
        inner = column + self._random.choice((1, 2, 2, 2, 4))
        pad = " " * inner
        kind = self._random.random()
        if depth <= 0 or kind < 0.42:
            return gap + self._properties() + self._scalar(pad)
        if kind < 0.5 and self._anchors:
            return f"{gap}*{self._random.choice(self._anchors)} "
        if kind < 0.7:
            inline = self._flow(depth - 1, pad) if kind < 0.62 else self._text(inner)
            return gap + self._prefix(0.1) + inline
        if kind < 0.74:
            return self._pick("", " ", " # nothing", "\n" + pad + "# nothing")
        if compact and kind < 0.85 and "\t" not in gap:
            return gap + self._block(column + width, depth - 1)
        return self._below(column, inner, depth, dashes=not compact)

    def _below(self, column: int, inner: int, depth: int, *, dashes: bool) -> str:
        """Draw a block on the lines below; that of a key may stand below the key itself."""
        pad = " " * inner
        anchor = f" {self._prefix(1.0)}".rstrip() if self._chance(0.17) else ""
        head = anchor or self._pick("", "", " # c", "\n# c", f"\n\n{pad}# c")
        if dashes and self._chance(0.2):
            return f"{head}\n{' ' * column}{self._sequence(column, depth - 1)}"
        return f"{head}\n{pad}{self._block(inner, depth - 1)}"

    def _properties(self) -> str:
        if self._chance(0.03):
            return f"{self._random.choice(TAGS)} {self._prefix(0.2)}"
        return self._prefix(0.05)

    def _scalar(self, pad: str) -> str:
        kind = self._random.random()
        if kind < 0.6:
            word = self._random.choice(PLAIN)
            if self._chance(0.08):
                return f"{word}\n{pad}{self._pick('two', 'b:c', '- x', '2')}"
            return word
        if kind < 0.8:
            return self._quoted(pad)
        if kind < 0.95:
            return self._pick("''", '""', "'it''s'", "'# no'", '"a: b"', "'1'", '"null"', "'~'")
        return ""

    def _quoted(self, pad: str) -> str:
        letters = "".join(self._random.choice(LETTERS) for _ in range(self._random.randint(0, 10)))
        if self._chance(0.15):
            letters += f"\n{pad}{self._pick('next', '', ' more')}"
        if self._chance(0.5):
            return "'" + letters.replace("'", "''") + "'"
        letters = letters.replace('"', "")
        return f'"{letters}{"".join(self._random.choices(ESCAPES, k=self._random.randint(0, 2)))}"'

    def _text(self, column: int) -> str:
        """Draw a literal or a folded scalar."""
        pad = " " * column
        lines = [
            self._pick("one", "two words", "", "", "  deeper", "# no comment", "a: b", "- c", "\tt")
            for _ in range(self._random.randint(1, 4))
        ]
        if not lines[0].strip() or lines[0][0] in " \t":
            lines[0] = "first"
        head = self._pick("|", ">", "|-", ">-", "|+", ">+")
        comment = self._pick("", "", "", " # c", " ")
        body = "\n".join(f"{pad}{line}" if line else "" for line in lines)
        return f"{head}{comment}\n{body}"

    def _flow(self, depth: int, pad: str) -> str:
        if depth <= 0 or self._chance(0.3):
            return self._flow_word()
        gap = self._pick(" ", " ", " ", "", f"\n{pad}", f" # c\n{pad}", f"\n{pad}# c\n{pad}")
        start = self._pick("", "", " ", gap)
        end = self._pick("", "", " ", ",", gap, f",{gap}")
        if self._chance(0.5):
            items = [self._flow(depth - 1, pad) or "x" for _ in range(self._random.randint(0, 3))]
            return f"[{start}{f',{gap}'.join(items)}{end if items else ''}]"
        entries = [
            f"{key}{self._pick(': ', ': ', ' : ', f': {gap}')}{self._flow(depth - 1, pad)}"
            for key in self._random.sample(KEYS[:20], self._random.randint(0, 3))
        ]
        return f"{{{start}{f',{gap}'.join(entries)}{end if entries else ''}}}"

    def _flow_word(self) -> str:
        if self._anchors and self._chance(0.05):
            return f"*{self._random.choice(self._anchors)} "
        word = self._random.choice(PLAIN)
        if self._chance(0.3) or set(word) & set(",[]{}?") or word.startswith("-"):
            return self._pick("'a, b'", '"[x]"', "''", '"\\u00e9: {"', "1", "''")
        return word
