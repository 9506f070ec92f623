"""A million observed names and hosts, paired with 10,000 patterns."""

import gc
import random
import statistics
import string
import time
from collections.abc import Callable, Sequence

from policylint.evidence.pairing import Pairing
from policylint.model.inventory import Inventory
from policylint.model.read import read

PATTERNS = 10_000
OBSERVED = 1_000_000
DISTINCT = 100_000
ROUNDS = 5
MATCHING = 0.7
GOAL = 1.0
LETTERS = f"{string.ascii_lowercase}_"


def word(chance: random.Random, size: int) -> str:
    """Make up a word."""
    return "".join(chance.choices(LETTERS, k=size))


def inventory(stems: Sequence[str]) -> Inventory:
    """Declare a pattern of each stem: a third each on a host, by a vendor, and of the site."""
    cookies = [
        {
            "name": f"{stem}_*",
            "category": "improvement",
            "purposes": ["advertising"],
            **({"domain": f"h{number % 200}.example"} if number % 3 == 0 else {}),
            **({"vendor": "v"} if number % 3 == 1 else {}),
        }
        for number, stem in enumerate(stems)
    ]
    found = read(
        Inventory,
        {
            "version": 1,
            "site": {
                "name": "A",
                "url": "https://a.example",
                "jurisdictions": ["FR"],
                "languages": ["en"],
            },
            "controller": {"name": "A", "country": "FR"},
            "vendors": {"v": {"name": "V", "country": "FR"}},
            "cookies": cookies,
        },
    )
    assert isinstance(found, Inventory)  # noqa: S101 - it is written above
    return found


def observed(
    chance: random.Random, stems: Sequence[str], distinct: int
) -> list[tuple[str, str, str]]:
    """Make up what was seen: 7 in 10 names are of a pattern; no name and host come twice."""
    hosts = ["a.example", "www.a.example"]
    hosts += [f"{part}h{number}.example" for number in range(200) for part in ("", "cdn.")]
    names = [
        f"{chance.choice(stems)}_{number}"
        if chance.random() < MATCHING
        else f"{word(chance, 8)}{number}"
        for number in range(distinct)
    ]
    start = [chance.randrange(len(hosts)) for _ in names]
    return [
        (names[at % distinct], hosts[(start[at % distinct] + at // distinct) % len(hosts)], "/")
        for at in range(OBSERVED)
    ]


def median(work: Callable[[], object]) -> float:
    """Measure a piece of work in this process."""
    taken = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def main() -> None:
    """Pair, and print the seconds beside those of one look-up in a dictionary per pair."""
    chance = random.Random(1)  # noqa: S311 - the same each time
    stems = [f"{word(chance, chance.randint(3, 10))}_{number}" for number in range(PATTERNS)]
    pairing = Pairing(inventory(stems))
    for distinct in (DISTINCT, OBSERVED):
        pairs = observed(chance, stems, distinct)
        found = pairing.find("cookie", pairs)
        lookup = dict.fromkeys(pairs[:DISTINCT])
        plain = median(lambda pairs=pairs, lookup=lookup: [lookup.get(one) for one in pairs])  # type: ignore[misc]
        taken = median(lambda pairs=pairs: pairing.find("cookie", pairs))  # type: ignore[misc]
        matched = sum(one is not None for one in found)
        print(
            f"{OBSERVED:,} pairs of {distinct:,} names, {PATTERNS:,} patterns, {matched:,} found:"
            f" {taken:.2f} s (goal {GOAL} s), {taken / plain:.1f} x one look-up per pair"
        )


if __name__ == "__main__":
    main()
