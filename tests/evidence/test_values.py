"""No value of a cookie, of storage, of a query or of a body is kept, whatever the format."""

import gc
import json
from pathlib import Path
from typing import Any

import pytest

from policylint.evidence.document_parts import Collection
from policylint.evidence.document_write import evidence_text
from tests.evidence.recordings import START_MS, entry, har, plain, read, write
from tests.evidence.test_crawlers import blacklight, crawled, event, inspection, jar_cookie
from tests.evidence.test_jars import cookie, state

PLANTED = "pl4nt3d"
PAGE = f"https://u{PLANTED}:p{PLANTED}@www.shop.example/a;j={PLANTED}?q={PLANTED}#f{PLANTED}"


def recording() -> dict[str, Any]:
    page = entry(
        PAGE,
        sets=[
            f"a={PLANTED}; Path=/; x-own={PLANTED}; Priority={PLANTED}",
            f"b={PLANTED}=; Max-Age=0",
        ],
        sends=f"c={PLANTED}; d={PLANTED}={PLANTED}",
        request=[("Authorization", f"Bearer {PLANTED}"), ("Referer", PAGE), ("Sec-GPC", "1")],
        response=[("Location", PAGE), ("ETag", PLANTED)],
    )
    page["request"]["queryString"] = [{"name": "q", "value": PLANTED}]
    page["request"]["postData"] = {"text": PLANTED}
    page["request"]["cookies"] = [{"name": "c", "value": PLANTED}]
    page["response"]["cookies"] = [{"name": "a", "value": PLANTED}]
    page["response"]["content"]["text"] = PLANTED
    ping = f"https://t.example/g/collect?gcs=G100&gcd=13p3p3p3p5l1&cid={PLANTED}&gcs={PLANTED}"
    return har(page, entry(ping, 1), entry(f"https://t.example/?gcd={PLANTED}!", 2))


ORIGIN = {
    "origin": "https://www.shop.example",
    "localStorage": [{"name": "k", "value": PLANTED}],
    "indexedDB": [{"name": "db", "stores": [{"records": [{"key": PLANTED, "value": PLANTED}]}]}],
}
LINE = f"www.shop.example\tFALSE\t/\tFALSE\t0\ta\t{PLANTED}\n"
FILES: dict[str, Any] = {
    "har": recording(),
    "storage-state": state(cookie("a", value=PLANTED), origins=[ORIGIN]),
    "cookies-txt": f"# Netscape HTTP Cookie File\n# {PLANTED}\n{LINE}broken\t{PLANTED}\n",
    "list": [cookie("a", value=PLANTED, storeId=PLANTED)],
    "inspection": inspection(
        uri_ins=PAGE,
        cookies=[
            jar_cookie("a", value=PLANTED, log={"type": "Cookie.JS", "stack": [{"fileName": PAGE}]})
        ],
        localStorage={"https://www.shop.example": {"k": {"value": PLANTED}}},
        beacons=[{"url": PAGE}],
    ),
    "log": json.dumps(event("Cookie.HTTP", raw=f"a={PLANTED}", message=PLANTED)) + "\n",
    "blacklight": blacklight(uri_ins=PAGE, reports={"cookies": [jar_cookie("a", value=PLANTED)]}),
    "radar": {
        "initialUrl": PAGE,
        "testFinished": START_MS,
        "data": {
            "cookies": [{"name": "a", "domain": "shop.example"}],
            "requests": [{"url": PAGE, "responseHeaders": {"set-cookie": f"b={PLANTED}"}}],
            "apis": {
                "savedCalls": [
                    {
                        "source": PAGE,
                        "description": "Document.cookie setter",
                        "arguments": [f"a={PLANTED}"],
                    }
                ]
            },
        },
    },
    "crawl": {f"a;{PLANTED}": crawled(PAGE, "a", {"expiry": 9, "value": PLANTED})},
}


@pytest.mark.parametrize("kind", FILES)
def test_no_planted_value_is_kept_or_written(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path / "f", FILES[kind])
    assert PLANTED in Path(path).read_text(encoding="utf-8")

    evidence = read(path, captured_at=START_MS)

    assert evidence.observations
    assert PLANTED not in repr(plain(evidence))
    assert PLANTED not in evidence_text(evidence, Collection(collector="manual"))


@pytest.mark.parametrize("kind", FILES)
def test_no_planted_value_stays_in_memory(tmp_path: Path, kind: str) -> None:
    planted = f"{PLANTED}-{kind}-in-memory"
    text = json.dumps(FILES[kind]) if not isinstance(FILES[kind], str) else FILES[kind]
    path = write(tmp_path / "f", text.replace(PLANTED, planted))

    evidence = read(path, captured_at=START_MS)

    gc.collect()
    known = {id(planted), id(text)}
    held = [
        one
        for thing in gc.get_objects()
        for one in gc.get_referents(thing)
        if type(one) is str and planted in one and id(one) not in known
    ]
    assert held == []
    assert evidence.observations
