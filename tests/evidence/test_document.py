"""Our own format: written, read back, proven whole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policylint.errors import InputError, UsageError
from policylint.evidence.canonical import canonical_hash
from policylint.evidence.document import Document
from policylint.evidence.document_parts import Collection, Page, Tells, Vantage
from policylint.evidence.document_write import evidence_text
from policylint.evidence.observation import (
    Attributes,
    Click,
    Contact,
    Evidence,
    Observation,
    Phase,
    SetLifetime,
    Signal,
    Write,
)
from policylint.lint.schemas import schema
from tests.evidence.recordings import START_MS, entry, har, plain, read, write

SEEN = Evidence(
    files=(),
    observations=(
        Observation(
            storage="cookie",
            name="uid",
            domain="tracker.example",
            host_only=False,
            path="/",
            party="third",
            writes=(
                Write(
                    phase="pre",
                    lifetime=SetLifetime(
                        source="max-age", seconds=63_072_000, ignored_expires=True
                    ),
                    outcome="stored",
                    mechanism="http",
                    at=START_MS + 140,
                    attributes=Attributes(secure=True, http_only=False, same_site="None"),
                    setter="https://tracker.example/px.gif",
                    repetition=2,
                ),
                Write(
                    phase="accept",
                    lifetime=SetLifetime(source="session"),
                    outcome="refused",
                    mechanism="script",
                    refused_because=("same-site-none-insecure",),
                ),
            ),
            present=frozenset({"pre", "accept"}),
            sent=frozenset({"accept"}),
            jar=SetLifetime(source="jar", seconds=34_559_999, is_lower_bound=True),
            attributes=Attributes(secure=True, http_only=False, same_site="None"),
        ),
        Observation(
            storage="local-storage",
            name="\u0007cart\u00ad",
            domain="www.shop.example",
            party="first",
            present=frozenset({"accept"}),
        ),
    ),
    contacts=(
        Contact(
            host="metrics.shop.example", phases=frozenset({"pre"}), party="first", cname="a.eu"
        ),
        Contact(
            host="tracker.example", phases=frozenset({"pre", "accept"}), party="third", requests=7
        ),
    ),
    signals=(Signal(phase="pre", host="t.example", gcs="G100", gcd="13p3p", at=START_MS),),
    phases=(
        Phase(kind="pre", known_by="performed", repetitions=3),
        Phase(
            kind="accept",
            known_by="performed",
            result="confirmed",
            repetitions=2,
            platform="Klaro",
            clicks=(Click(method="selector", selector=".cm-btn", text="OK", at=START_MS),),
            pages=("https://www.shop.example/",),
            remark="slow",
            is_complete=False,
        ),
    ),
    vantage="FR",
)
COLLECTION = Collection(
    collector="playwright",
    started="2026-11-20T09:00:00.000Z",
    ended="2026-11-20T09:05:00.000Z",
    vantage=Vantage(country="FR", source="declared"),
)
PAGES = [Page(id="p1", url="https://www.shop.example/")]


@pytest.fixture
def document() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(evidence_text(SEEN, COLLECTION, name="ev-1", pages=PAGES))
    return told


def unsigned(document: dict[str, Any]) -> dict[str, Any]:
    return {key: one for key, one in document.items() if key != "integrity"}


def test_what_is_written_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path / "evidence.json", evidence_text(SEEN, COLLECTION, pages=PAGES))

    found = read(path, hosts=())

    sourced = tuple(one.changed(source=path) for one in SEEN.observations)
    assert plain(found.observations) == plain(sourced)
    assert plain(found.contacts) == plain(SEEN.contacts)
    assert plain(found.signals) == plain(SEEN.signals)
    assert plain(found.phases) == plain(SEEN.phases)


def test_the_country_of_the_visit_is_that_of_the_document_unless_another_is_given(
    tmp_path: Path,
) -> None:
    from policylint.evidence.read import read_evidence

    path = write(tmp_path / "evidence.json", evidence_text(SEEN, COLLECTION))

    def country(given: str | None) -> str | None:
        found = read_evidence([(None, path)], site_hosts=(), captured_at=None, vantage=given)
        return found.vantage

    assert (country(None), country("BE")) == ("FR", "BE")


def test_a_folder_is_read_by_its_evidence(tmp_path: Path) -> None:
    write(tmp_path / "evidence.json", evidence_text(SEEN, COLLECTION))

    (told,) = read(str(tmp_path)).files

    assert (told.format, told.entries, told.captured) == (
        "policylint evidence",
        2,
        START_MS + 300_000,
    )
    assert (told.tells_cookies, told.tells_requests, told.tells_storage) == (True, True, True)


def test_a_folder_without_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is a folder without evidence\.json; expected"):
        read(str(tmp_path))


def test_what_is_written_fits_the_published_schema(document: dict[str, Any]) -> None:
    assert list(Draft202012Validator(schema("evidence")).iter_errors(document)) == []
    assert list(Draft202012Validator(schema("evidence")).iter_errors({**document, "more": 1})) != []


def test_what_every_reader_tells_can_be_written(tmp_path: Path) -> None:
    page = entry("https://www.shop.example/", sets=["a=v; Max-Age=9"], sends="b=v")
    found = read(write(tmp_path / "a.har", har(page)))

    told = Collection(collector="har", tells=Tells(storage=False))
    path = write(tmp_path / "evidence.json", evidence_text(found, told))

    again = read(path)
    assert [one.name for one in again.observations] == ["a", "b"]
    assert not again.files[0].tells_storage


def test_the_same_evidence_gives_the_same_bytes() -> None:
    assert evidence_text(SEEN, COLLECTION) == evidence_text(SEEN, COLLECTION)
    assert evidence_text(SEEN, COLLECTION).endswith("}\n")


def test_the_hash_is_of_the_canonical_form() -> None:
    # RFC 8785, section 3.2.3: the order is that of UTF-16 units, in which the smiling face
    # comes before U+FB33
    told = {"\ufb33": "Dagesh", "\U0001f600": "Smiley", "1": [True, None, 3], "integrity": {}}
    canonical = '{"1":[true,null,3],"\U0001f600":"Smiley","\ufb33":"Dagesh"}'

    from hashlib import sha256

    assert canonical_hash(told) == sha256(canonical.encode()).hexdigest()


def test_a_document_that_was_changed_is_refused(tmp_path: Path, document: dict[str, Any]) -> None:
    document["observations"][0]["name"] = "other"

    with pytest.raises(InputError, match="was changed after it was written"):
        read(write(tmp_path / "evidence.json", document))


def test_a_document_without_a_hash_is_read(tmp_path: Path, document: dict[str, Any]) -> None:
    assert len(read(write(tmp_path / "e.json", unsigned(document))).observations) == 2


@pytest.mark.parametrize("version", ["2", "10", "1x", ""])
def test_another_major_version_is_refused(
    tmp_path: Path, document: dict[str, Any], version: str
) -> None:
    document["schema"] = f"policylint-evidence/{version}"

    with pytest.raises(InputError, match=f"is of version '{version}' of the format"):
        read(write(tmp_path / "e.json", document))


def test_a_document_that_tells_its_phases_takes_no_other(tmp_path: Path) -> None:
    path = write(tmp_path / "e.json", evidence_text(SEEN, COLLECTION))

    with pytest.raises(UsageError, match="tells its phases itself; leave 'accept=' out before it"):
        read(path, phases=["accept"])


def first(document: dict[str, Any]) -> dict[str, Any]:
    observation: dict[str, Any] = document["observations"][0]
    return observation


FAULTS: list[tuple[str, Callable[[dict[str, Any]], Any]]] = [
    ("more: Extra inputs", lambda told: told.update(more=1)),
    (
        "observations.0.value_itself: Extra inputs",
        lambda told: first(told).update(value_itself="v"),
    ),
    (
        "observations.0.writes.0.raw",
        lambda told: first(told)["writes"][0].update(raw="uid=SECRET; Path=/"),
    ),
    ("observations.0.storage", lambda told: first(told).update(storage="local_storage")),
    ("observations.0.seen.pre", lambda told: first(told)["seen"].update(pre="yes")),
    ("observations.0.jar.lifetime_s", lambda told: first(told)["jar"].update(lifetime_s=1.5)),
    ("observations.0.jar.lifetime_s", lambda told: first(told)["jar"].update(lifetime_s=10**400)),
    ("observations.0.writes.0.at", lambda told: first(told)["writes"][0].update(at="yesterday")),
    ("collection.collector", lambda told: told["collection"].update(collector="me")),
    ("observations: Field required", lambda told: told.pop("observations")),
    ("hosts.0.host", lambda told: told["hosts"][0].update(host="a b")),
    (
        "the phase 'nowhere' is named but not described",
        lambda told: first(told)["writes"][0].update(phase="nowhere"),
    ),
]


@pytest.mark.parametrize(("sentence", "spoil"), FAULTS, ids=[sentence for sentence, _ in FAULTS])
def test_what_does_not_fit_is_named_without_its_value(
    tmp_path: Path, document: dict[str, Any], sentence: str, spoil: Callable[[dict[str, Any]], Any]
) -> None:
    told = unsigned(document)
    spoil(told)
    text = json.dumps(told)

    with pytest.raises(InputError) as caught:
        read(write(tmp_path / "e.json", text))

    assert sentence in caught.value.message
    assert "SECRET" not in caught.value.message


def test_the_shape_of_a_value_is_dropped_on_reading(
    tmp_path: Path, document: dict[str, Any]
) -> None:
    told = unsigned(document)
    first(told)["value"] = {"length": 2, "shape": "uuid", "hmac": "SECRET"}
    first(told)["writes"][0]["raw"] = "uid=<redacted:2>; Path=/; Secure"
    first(told)["writes"][0]["setter"]["url"] = (
        "https://u:SECRET@a.example/;s=SECRET?q=SECRET#SECRET"
    )

    assert "SECRET" not in repr(read(write(tmp_path / "e.json", told)))


def test_repetitions_of_a_phase_are_put_together(tmp_path: Path) -> None:
    told = {
        "schema": "policylint-evidence/1",
        "collection": {"collector": "manual", "operator": None},
        "phases": [
            {"id": "r1", "kind": "reject", "phase_source": "declared", "rep": 1},
            {"id": "r2", "kind": "reject", "phase_source": "declared", "rep": 2, "complete": False},
        ],
        "observations": [
            {"storage": "cookie", "name": "a", "domain": "a.example", "seen": {"reject": "0/2"}},
            {"storage": "cookie", "name": "b", "domain": "a.example", "seen": {"reject": "1/2"}},
            {"storage": "local-storage", "name": "c", "origin": "https://a.example", "seen": {"reject": "2/2"}},
        ],
        "requests": [
            {"phase": "r2", "host": "t.example", "cookies_sent": ["z"], "signals": {"sec_gpc": True}}
        ],
    }  # fmt: skip
    assert Document.model_validate(told).observations

    found = read(write(tmp_path / "e.json", told))

    assert [(one.name, one.domain) for one in found.observations] == [
        ("b", "a.example"),
        ("c", "a.example"),
        ("z", "t.example"),
    ]
    (phase,) = found.phases
    assert (phase.kind, phase.repetitions, phase.is_complete) == ("reject", 2, False)
    assert [one.host for one in found.contacts] == ["t.example"]
    assert [one.gpc for one in found.signals] == [True]
