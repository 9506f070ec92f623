"""The format `policylint-evidence/1`: one file that holds what was seen, and how it was collected.

Only what reads or writes the format imports it: it costs an import of pydantic.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from policylint.evidence.document_parts import (
    Collection,
    Count,
    Digest,
    Host,
    Moment,
    Name,
    Page,
    Part,
    PhaseEntry,
    Repetition,
    Text,
)
from policylint.evidence.observation import LifetimeSource, Mechanism, Outcome, PhaseKind
from policylint.model.terms import Storage

SCHEMA = "policylint-evidence/1"
Share = Annotated[str, Field(pattern=r"^[0-9]{1,6}/[0-9]{1,6}$")]
Redacted = Annotated[str, Field(pattern=r"^[^=;]*=<redacted(:[0-9]+)?>(;.*)?$")]
Party = Literal["first", "third", "same-party"]


class Setter(Part):
    """Who wrote: an address without its query, and the place in it."""

    url: Text
    line: Count | None = None
    column: Count | None = None
    frame: Text | None = None
    chain: list[Text] = Field(default_factory=list)


class AttributesEntry(Part):
    """The attributes of a cookie; absent where nobody could tell."""

    secure: bool | None = None
    http_only: bool | None = None
    same_site: Text | None = None
    same_site_effective: Text | None = None
    partitioned: bool | None = None
    priority: Text | None = None


class Lifetime(Part):
    """How long a write asked to stay, in whole seconds."""

    source: LifetimeSource
    declared_s: Count | None = None
    effective_s: Count | None = None
    """What a browser of today makes of it: 400 days at most."""
    lower_bound: bool = False
    server_date: Moment | None = None
    ignored: list[Literal["expires"]] = Field(default_factory=list)
    """Attributes that no browser reads as they are written."""


class WriteEntry(Part):
    """One attempt to store."""

    phase: Text
    """The id of a phase."""
    rep: Repetition = 1
    page: Text | None = None
    at: Moment | None = None
    t_ms: Count | None = None
    mechanism: Mechanism = "unknown"
    setter: Setter | None = None
    attributes: AttributesEntry | None = None
    lifetime: Lifetime
    outcome: Outcome = "unknown"
    refused_reasons: list[Text] = Field(default_factory=list)
    raw: Redacted | None = None


class Jar(Part):
    """What was left of the lifetime in the jar, in whole seconds."""

    source: Literal["jar", "session", "unknown"] | None = None
    lifetime_s: Count | None = None
    capped: bool = False


class Value(Part):
    """The shape of a value that was dropped."""

    length: Count | None = None
    shape: Text | None = None
    hmac: Text | None = None


class ObservationEntry(Part):
    """A cookie or a stored item. Never its value."""

    id: Text | None = None
    storage: Storage
    name: Name
    domain: Host | None = None
    """Without a leading dot; `host_only` tells whether its subdomains get it too."""
    host_only: bool | None = None
    path: Text | None = None
    partition: Text | None = None
    origin: Text | None = None
    """Of other storage than cookies."""
    party: Party | None = None
    writes: list[WriteEntry] = Field(default_factory=list)
    jar: Jar | None = None
    seen: dict[PhaseKind, Share] = Field(default_factory=dict)
    """By phase: at the end of how many of its repetitions it was there."""
    sent: list[PhaseKind] = Field(default_factory=list)
    sent_to: list[Host] = Field(default_factory=list)
    attributes: AttributesEntry | None = None
    value: Value | None = None


class Signals(Part):
    """What a request told of consent."""

    gcs: Annotated[str, Field(max_length=40)] | None = None
    gcd: Annotated[str, Field(max_length=40)] | None = None
    tcf: bool | None = None
    gpp: bool | None = None
    sec_gpc: bool | None = None


class Initiator(Part):
    """What made a request."""

    type: Text | None = None
    url: Text | None = None
    line: Count | None = None


class RequestEntry(Part):
    """A request, its address without query values."""

    id: Text | None = None
    phase: Text
    rep: Repetition = 1
    page: Text | None = None
    at: Moment | None = None
    t_ms: Count | None = None
    url: Text | None = None
    host: Host
    party: Party | None = None
    type: Text | None = None
    method: Text | None = None
    status: int | None = None
    initiator: Initiator | None = None
    cookies_sent: list[Name] = Field(default_factory=list)
    via: Literal["page", "frame", "worker", "service-worker"] | None = None
    signals: Signals | None = None


class HostEntry(Part):
    """A host that was asked for something; with these, `requests` need not list every one."""

    host: Host
    party: Party | None = None
    phases: list[PhaseKind] = Field(default_factory=list)
    requests: Count = 1
    cname: Host | None = None
    """The host behind an alias, the host itself where there is none; absent if nobody looked."""


class FileEntry(Part):
    """A file beside this one."""

    path: Text
    sha256: Digest
    bytes: Count


class Integrity(Part):
    """The hash of everything else in this file, in its canonical form."""

    canonical: Literal["RFC8785"] = "RFC8785"
    sha256: Digest


class Document(Part):
    """What was seen in browsers on a site, and how it was collected. It holds no values."""

    schema_: Annotated[Literal["policylint-evidence/1"], Field(alias="schema")]
    id: Text | None = None
    collection: Collection
    pages: list[Page] = Field(default_factory=list)
    phases: list[PhaseEntry] = Field(default_factory=list)
    observations: list[ObservationEntry]
    requests: list[RequestEntry] = Field(default_factory=list)
    hosts: list[HostEntry] = Field(default_factory=list)
    files: list[FileEntry] = Field(default_factory=list)
    integrity: Integrity | None = None


def evidence_schema() -> dict[str, Any]:
    """Generate the JSON Schema (2020-12) of the format."""
    schema = Document.model_json_schema(by_alias=True)
    _tidy(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "policylint evidence, version 1",
        **{key: schema[key] for key in sorted(schema) if key != "title"},
    }


def _tidy(schema: Any) -> None:
    """Drop the titles that pydantic makes of the names of fields."""
    for definition in (schema, *schema["$defs"].values()):
        definition.pop("title", None)
        for field in definition["properties"].values():
            field.pop("title", None)
            if field.get("default", "") is None:
                del field["default"]
