"""HTTP archives of 50 MB, read and audited, against `json.load` on the same file.

Usage: python -m benchmarks.evidence [ROUNDS]
"""

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.inventories import inventory
from benchmarks.measure import interleave, machine, peak_kib, ratio
from benchmarks.start import tool

SIZE = 50_000_000
LARGE = 500_000_000
TIME_GOAL = 3
MEMORY_GOAL = 6
BODIES = {"headers only": 0, "with bodies": 20_000}
_LOAD = "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))"
_READ = """
import sys
from policylint.evidence.read import read_evidence
hosts = ["www.shop.example"]
read_evidence([("pre", sys.argv[1])], site_hosts=hosts, captured_at=None, vantage="FR")
"""
_REQUEST = {
    "accept": "*/*",
    "accept-encoding": "gzip, deflate, br, zstd",
    "accept-language": "fr-FR,fr;q=0.9",
    "referer": "https://www.shop.example/",
    "sec-ch-ua": '"Chromium";v="156"',
    "sec-fetch-dest": "script",
    "sec-fetch-mode": "no-cors",
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36",
}
_RESPONSE = {
    "date": "Fri, 20 Nov 2026 09:00:00 GMT",
    "cache-control": "max-age=3600",
    "content-type": "text/javascript",
    "etag": '"abc"',
    "server": "x",
    "strict-transport-security": "max-age=31536000",
    "vary": "Accept-Encoding",
    "x-content-type-options": "nosniff",
}


def _entry(number: int, body: str) -> dict[str, Any]:
    """Build an entry as Chromium writes it: 12 cookies sent, in every fifth one set."""
    host = f"h{number % 80}.t{number % 60}.example"
    names = [f"c{one}" for one in range(12)]
    sent = "; ".join(f"{name}=GA1.2.{number}.1234567890" for name in names)
    response = dict(_RESPONSE)
    if number % 5 == 0:
        response["set-cookie"] = (
            f"c{number % 40}=v{number}; Max-Age=63072000; Path=/; Secure; SameSite=None"
        )
    return {
        "startedDateTime": f"2026-11-20T09:{number // 60 % 60:02}:{number % 60:02}.123Z",
        "time": 12.3,
        "_resourceType": "script",
        "_initiator": {
            "type": "script",
            "stack": {"callFrames": [{"url": f"https://{host}/a"}] * 4},
        },
        "request": {
            "method": "GET",
            "url": f"https://{host}/path/{number}?q={number}&x=abcdefgh",
            "httpVersion": "h2",
            "headers": _headers({**_REQUEST, "cookie": sent}),
            "cookies": [{"name": name, "value": "v", "path": "/"} for name in names],
            "queryString": [{"name": "q", "value": str(number)}],
        },
        "response": {
            "status": 200,
            "headers": _headers(response),
            "cookies": [],
            "content": {"size": len(body), "mimeType": "text/javascript", "text": body},
        },
        "timings": {"blocked": 1.1, "dns": -1, "send": 0.1, "wait": 10, "receive": 1.1},
    }


def _headers(told: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in told.items()]


def _archive(size: int, body: int) -> Iterator[str]:
    yield '{"log": {"version": "1.2", "creator": {"name": "b", "version": "1"}, "entries": ['
    written = number = 0
    while written < size:
        text = json.dumps(_entry(number, "var a = 1;\n" * (body // 11)))
        yield f",\n{text}" if number else text
        number += 1
        written += len(text)
    yield "]}}"


def main() -> None:
    """Print a line for each kind of archive, and whether the goals are met."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{machine()}; {rounds} interleaved rounds, medians; {SIZE >> 20} MB\n")
    print("                 json.load      read     check   check takes   peak memory")
    with tempfile.TemporaryDirectory() as folder:
        cookies = Path(folder) / "cookies.yaml"
        cookies.write_text(inventory(50), encoding="utf-8")
        for name, body in BODIES.items():
            file = Path(folder) / "a.har"
            file.write_text("".join(_archive(SIZE, body)), encoding="utf-8")
            _compare(name, file, cookies, rounds)
        _read_large(Path(folder) / "large.har")


def _compare(name: str, file: Path, cookies: Path, rounds: int) -> None:
    audit = [tool("policylint"), "check", "--no-cache", "--evidence", f"pre={file}", str(cookies)]
    commands = {
        "load": [sys.executable, "-c", _LOAD, str(file)],
        "read": [sys.executable, "-c", _READ, str(file)],
        "check": audit,
    }
    times = interleave(commands, rounds)
    seconds = {kind: statistics.median(taken) for kind, taken in times.items()}
    share = ratio(times, "check", "load")
    memory = peak_kib(audit) * 1024 / file.stat().st_size
    met = "met" if share <= TIME_GOAL and memory <= MEMORY_GOAL else "NOT MET"
    print(
        f"{name:16}{seconds['load']:8.2f} s{seconds['read']:8.2f} s{seconds['check']:8.2f} s"
        f"{share:10.2f} x{memory:10.2f} x the file"
        f"   goals {TIME_GOAL} x and {MEMORY_GOAL} x: {met}"
    )


def _read_large(file: Path) -> None:
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(_archive(LARGE, BODIES["with bodies"]))
    memory = peak_kib([sys.executable, "-c", _READ, str(file)]) * 1024 / file.stat().st_size
    print(f"\nreading {LARGE >> 20} MB holds {memory:.2f} x the file at most")


if __name__ == "__main__":
    main()
