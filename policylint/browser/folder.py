"""The folder that a scan writes: the evidence, the pictures, and the record of every event.

Nothing in it holds a value: names of cookies, addresses without their query, times.
"""

import json
import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from tempfile import mkstemp
from typing import Any

from policylint import __version__
from policylint.browser.joined import join
from policylint.browser.plan import Plan
from policylint.browser.scan import Scanned
from policylint.browser.seen import Moment, Seen
from policylint.errors import InputError, UsageError
from policylint.evidence.address import read_address
from policylint.evidence.document_parts import (
    Browser,
    Collection,
    Limitation,
    Page,
    Selftest,
    Settings,
    Tool,
    Vantage,
)
from policylint.evidence.document_write import evidence_text, written_moment
from policylint.evidence.observation import Evidence

NAME = "evidence.json"
File = tuple[str, str, int]


def make_folder(folder: str) -> None:
    """Make the folder before anything is visited. Raises UsageError, InputError."""
    if os.path.lexists(os.path.join(folder, NAME)):
        raise UsageError(f"{folder} holds evidence already; name another folder with --output")
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder} cannot be made: {(error.strerror or '').lower()}") from None


def write_folder(plan: Plan, scanned: Scanned) -> Evidence:
    """Write all that a scan saw; the evidence last, so that it never lacks what it names."""
    path = os.path.join(plan.folder, NAME)
    site = read_address(plan.pages[0])
    if site is None:
        raise UsageError(f"'{plan.pages[0]}' is no web page")
    evidence = join(scanned, site, path, plan.vantage)
    files = [
        _write(plan.folder, f"screenshots/{shot.name}", shot.content) for shot in scanned.shots
    ]
    for name, lines in (("requests", _requests(scanned.seen)), ("writes", _writes(scanned.seen))):
        files.append(_write(plan.folder, f"raw/{name}.jsonl", _json_lines(lines)))
    text = evidence_text(
        evidence,
        _collection(plan, scanned),
        name=f"{site.host} {written_moment(scanned.began)}",
        pages=[Page(id=f"p{at}", url=_bare(url)) for at, url in enumerate(plan.pages, 1)],
        files=sorted(files),
    )
    _write(plan.folder, NAME, text.encode())
    return evidence


def _bare(url: str) -> str:
    address = read_address(url)
    return address.bare if address else ""


def _collection(plan: Plan, scanned: Scanned) -> Collection:
    stored = scanned.stores_third_party
    allowed = {True: "allowed", False: "blocked", None: "unknown"}[stored]
    tried = {True: "stored", False: "refused", None: "not-run"}[stored]
    return Collection(
        collector="playwright",
        tool=Tool(name="policylint", version=__version__),
        started=written_moment(scanned.began),
        ended=written_moment(scanned.ended),
        browser=Browser(
            name="Chromium",
            version=scanned.browser,
            user_agent=scanned.user_agent,
            headless=True,
            webdriver_hidden=True,
        ),
        settings=Settings.model_validate(
            {
                "locale": plan.locale,
                "timezone": plan.timezone,
                "viewport": [1280, 900],
                "settle_ms": plan.settle,
                "repetitions": plan.repetitions,
                "third_party_cookies": allowed,
            }
        ),
        vantage=Vantage(country=plan.vantage, source="declared") if plan.vantage else None,
        selftest=Selftest.model_validate({"third_party_cookie": tried}),
        limitations=[Limitation(code="scan", text=limit) for limit in scanned.limits],
    )


def _requests(seen: Seen) -> Iterator[dict[str, Any]]:
    for one in seen.requests:
        fields = {**one.__dict__, "cookies": list(one.cookies)}
        yield {**fields, **_when(fields.pop("moment"))}


def _writes(seen: Seen) -> Iterator[dict[str, Any]]:
    for one in seen.writes:
        fields: dict[str, Any] = {
            "storage": one.storage,
            "name": one.name,
            "mechanism": one.mechanism,
            "page": one.address.bare,
            "setter": one.setter,
        }
        if one.cookie is not None:
            cookie = one.cookie
            fields |= {
                "domain": cookie.domain,
                "path": cookie.path,
                "value_length": cookie.value_length,
                "lifetime": dict(cookie.lifetime.__dict__),
                "attributes": dict(cookie.attributes.__dict__),
                "deletion": cookie.is_deletion,
                "unknown": list(cookie.unknown),
            }
        yield {**fields, **_when(one.moment)}


def _when(moment: Moment) -> dict[str, Any]:
    return {
        "phase": moment.phase,
        "browser": moment.repetition,
        "at": written_moment(moment.at),
        "moment": None,
    }


def _json_lines(lines: Iterable[dict[str, Any]]) -> bytes:
    text = "".join(
        json.dumps({key: one for key, one in line.items() if one is not None}, sort_keys=True)
        + "\n"
        for line in lines
    )
    return text.encode()


def _write(folder: str, name: str, content: bytes) -> File:
    """Write a file whole or not at all. Raises InputError."""
    path = os.path.join(folder, name)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        handle, temporary = mkstemp(dir=os.path.dirname(path), prefix=".policylint-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {(error.strerror or '').lower()}") from None
    return name, sha256(content).hexdigest(), len(content)
