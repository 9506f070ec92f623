"""What must hold of the configuration, whatever `policylint.toml` holds: settings, or one sentence."""

import json
from random import Random
from typing import Any

from policylint.errors import InputError, UsageError
from policylint.lint.run import Options, find_files, run
from policylint.lint.setting_readers import READERS
from policylint.lint.settings import Settings, read_settings
from tests.fuzz.inventories import JUNK, TEXTS
from tests.fuzz.loader import expect
from tests.fuzz.mutation import mutate
from tests.fuzz.whole import TODAY

FILE = "policylint.toml"
INVENTORY = "cookies.yaml"
WORDS = (
    *("ALL", "INV", "LIF001", "lifetime-too-long", "DOC001", "XXX", "", "error", "warning", "info"),
    *(
        "never",
        "FR",
        "UK",
        "XX",
        "13 months",
        "0 days",
        "until-cleared",
        "**/*.yaml",
        "cookies.yaml",
    ),
    *("*", "[", "a/../b", "../x", "\x00", "2026-11-23", "2026-11-22", "_ga", "acme", "x" * 2_000),
    *("[!", "**/**/**/x", "a\\b", "/", "C:\\x", "~", "-", "2 %", "nan", "policylint-baseline.json"),
)
KEYS = (
    *(
        "lifetime",
        "review",
        "evidence",
        "vendors",
        "observed-tolerance",
        "rule",
        "cookie",
        "reason",
    ),
    *("approved-by", "expires", "vendor", "files", "schema", "", "a.b", "LIF001", "INV", "*.yaml"),
)
BARE = (
    "2027-01-31",
    "2026-11-22",
    "1979-05-27T07:32:00Z",
    "07:32:00",
    "inf",
    "-nan",
    "0x1F",
    "1e9",
)
SEED = b"""\
select = ["ALL"]
ignore = ["INV013"]
jurisdictions = ["FR", "BE"]
fail-on = "error"
preview = false
exclude = ["archive/**"]

[severity]
LIF001 = "warning"

[limits]
lifetime = "13 months"
review = "12 months"
vendors = 50

[per-file-ignores]
"legacy/*.yaml" = ["INV"]

[[waivers]]
rule = "LIF001"
cookie = "_ga"
reason = "contract ends in January"
approved-by = "dpo@shop.example"
expires = 2027-01-31
"""


def draw(random: Random) -> bytes:
    """Draw a configuration: keys that are known with values of every kind, or damaged text."""
    if random.random() < 0.3:
        return mutate(SEED, random, (SEED,))
    keys = random.sample(sorted(READERS), random.randint(1, 3))
    if random.random() < 0.1:
        keys.append(random.choice(WORDS))
    lines = [f"{_word(key)} = {_value(random, 3)}" for key in keys]
    content = "\n".join(lines).encode("utf-8", "replace")
    return mutate(content, random, (SEED,)) if random.random() < 0.1 else content


def _word(text: str) -> str:
    """Write a text as TOML does; JSON writes the same escapes but for DEL."""
    text = text.encode("utf-8", "replace").decode()
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(random: Random, depth: int) -> str:
    kind = random.random()
    if depth and kind < 0.3:
        return f"[{', '.join(_value(random, depth - 1) for _ in range(random.randint(0, 3)))}]"
    if depth and kind < 0.6:
        keys = dict.fromkeys(random.choice(KEYS) for _ in range(random.randint(0, 6)))
        entries = (f"{_word(key)} = {_value(random, depth - 1)}" for key in keys)
        return f"{{{', '.join(entries)}}}"
    if kind < 0.9:
        return _word(random.choice(WORDS if kind < 0.87 else TEXTS))
    return random.choice((*BARE, *map(_plain, JUNK)))


def _plain(value: Any) -> str:
    return json.dumps(value) if isinstance(value, bool | int | float) else '""'


def examine(content: bytes) -> Settings | None:
    """Read a configuration and check an inventory with it.

    Only `UsageError` may be raised, and `InputError` for a baseline or a catalogue that is named but not there.
    """
    with open(FILE, "wb") as file:
        file.write(content)
    settings = None
    try:
        settings = read_settings(FILE)
        options = Options(as_of=TODAY, settings=settings)
        run(find_files([INVENTORY], options), options)
    except UsageError as error:
        expect(FILE in error.message or "baseline" in error.message, "the message names the file")
        return None
    except InputError:
        named = settings and (settings.baseline_path or settings.catalog)
        expect(named, "no other file is read")
        return None
    return settings
