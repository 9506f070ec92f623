"""The parts of `policylint-evidence/1` that tell how the evidence was collected."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from policylint.evidence.foreign import moment
from policylint.evidence.observation import ActionResult, PhaseKind, PhaseSource


def _as_moment(value: str) -> str:
    if moment(value) is None:
        raise ValueError("no moment; expected one of RFC 3339, such as 2026-11-23T09:00:00.000Z")
    return value


Moment = Annotated[
    str, AfterValidator(_as_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
Count = Annotated[int, Field(ge=0, lt=1 << 53)]
Repetition = Annotated[int, Field(ge=1, lt=1_000_000)]
Text = Annotated[str, Field(max_length=20_000)]
Name = Annotated[str, Field(min_length=1, max_length=4_096)]
Host = Annotated[str, Field(min_length=1, max_length=253, pattern=r"^[^\s/?#@\\\"<>%]+$")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Part(BaseModel):
    """What all parts share: no other field, no other type, nothing changed later."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True
    )


class Tool(Part):
    """The program that collected."""

    name: Text
    version: Text | None = None


class Browser(Part):
    """The browser that visited."""

    name: Text
    version: Text | None = None
    user_agent: Text | None = None
    headless: bool | None = None
    webdriver_hidden: bool | None = None


class Settings(Part):
    """How the browser was set up."""

    locale: Text | None = None
    timezone: Text | None = None
    viewport: Annotated[list[Count], Field(min_length=2, max_length=2)] | None = None
    settle_ms: Count | None = None
    repetitions: Count | None = None
    third_party_cookies: Literal["allowed", "blocked", "unknown"] = "unknown"


class Vantage(Part):
    """From where the site was visited."""

    country: Country | None = None
    source: Literal["declared", "measured", "unknown"] = "unknown"


class Selftest(Part):
    """What the browser was tried with before it visited the site."""

    third_party_cookie: Literal["stored", "refused", "not-run"] = "not-run"
    service_worker: Literal["ok", "failed", "not-run"] = "not-run"


class Limitation(Part):
    """Something that the collection does not cover."""

    code: Text
    text: Text


class Tells(Part):
    """What would have been seen, had it been there."""

    cookies: bool = True
    requests: bool = True
    storage: bool = True


class Collection(Part):
    """How the evidence was collected."""

    collector: Literal["playwright", "har", "wec", "blacklight", "crawl", "jar", "manual"]
    tool: Tool | None = None
    started: Moment | None = None
    ended: Moment | None = None
    command: list[Text] = Field(default_factory=list)
    operator: Text | None = None
    browser: Browser | None = None
    settings: Settings | None = None
    vantage: Vantage | None = None
    selftest: Selftest | None = None
    limitations: list[Limitation] = Field(default_factory=list)
    tells: Tells = Field(default_factory=Tells)


class Page(Part):
    """A page that was visited."""

    id: Text
    url: Text
    final_url: Text | None = None
    status: int | None = None


class Platform(Part):
    """A consent platform."""

    name: Text
    version: Text | None = None


class Step(Part):
    """One thing done to the banner."""

    method: Literal["selector", "text", "site", "api", "rules", "manual"] | None = None
    selector: Text | None = None
    text: Text | None = None
    at: Moment | None = None
    t_ms: Count | None = None
    lang: Text | None = None
    frame: Text | None = None
    shot: Text | None = None


class Action(Part):
    """What was done to make a choice, and whether it took effect."""

    result: ActionResult
    method: Literal["selector", "text", "site", "rules", "api", "manual", "import"] | None = None
    cmp: Platform | None = None
    clicks: Count | None = None
    layer: Count | None = None
    steps: list[Step] = Field(default_factory=list)
    state_before: dict[Text, bool | int | Text] | None = None
    state_after: dict[Text, bool | int | Text] | None = None
    consent_cookie: Name | None = None


class PhaseEntry(Part):
    """A phase of the visit: what had been chosen in it, and how that is known."""

    id: Text
    kind: PhaseKind
    phase_source: PhaseSource
    rep: Repetition = 1
    """Which repetition this is."""
    repetitions: Repetition = 1
    """How many repetitions this entry stands for."""
    context: Text | None = None
    started: Moment | None = None
    ended: Moment | None = None
    pages: list[Text] = Field(default_factory=list)
    action: Action | None = None
    complete: bool = True
    remark: Text | None = None
