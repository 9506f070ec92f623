"""tarteaucitron: what a page starts, joined with the services that the library ships."""

from collections.abc import Mapping

from policylint.exchange.draft import Draft, Entry
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, host_of, web_address, whole_number
from policylint.exchange.source import Source
from policylint.exchange.tarteaucitron_jobs import Jobs
from policylint.exchange.unreadable import UnreadableError
from policylint.model.record import Record
from policylint.source.pointer import Span

TITLE = "tarteaucitron configuration"

_OBJECT = "tarteaucitron"
_PARTS = frozenset(("init", "job", "user", "services"))
_OF_SERVICE = frozenset(("key", "type", "name", "needConsent", "cookies"))
_DEFAULT_NAME = "tarteaucitron"
_DEFAULT_DAYS = 365


class Setup(Record):
    """What a page tells tarteaucitron."""

    root: Node
    init: Node | None
    jobs: list[Node]
    services: Mapping[str, Node]
    expires: Node | None = None
    counts_days: Node | None = None


def recognises(source: Source) -> bool:
    """Tell a page by its calls to the library, and data by the parts of such a page."""
    return _setup(source) is not None


def read(source: Source) -> Draft:
    """Read the services that are started, and how the banner asks."""
    setup = _setup(source)
    if setup is None:
        raise source.flaw or UnreadableError(0, "tarteaucitron is not started here")
    scribe = Scribe(source, TITLE)
    _read_own_cookie(scribe, setup)
    if setup.init is not None:
        _read_banner(scribe, setup.init)
    if isinstance(setup.root.value, list):
        scribe.draft.notes.append("a list of services, each taken for one that the site starts")
    always = _is(setup.init, "alwaysNeedConsent")
    Jobs(scribe, setup.services, always_asks=always).read(setup.jobs)
    return scribe.draft


def _setup(source: Source) -> Setup | None:
    if source.data is not None:
        return _of_data(source.data)
    return _of_script(source) if _OBJECT in source.text else None


def _of_data(data: Node) -> Setup | None:
    if isinstance(data.value, list):
        return _of_services(data)
    keys = {key for key, _ in data.pairs()}
    if not keys >= {"init", "job"} or not keys <= _PARTS:
        return None
    services = dict(data.pairs("services"))
    jobs = list(data.entries("job"))
    return Setup(root=data, init=data.get("init"), jobs=jobs, services=services)


def _of_services(data: Node) -> Setup | None:
    """Take a bare list of services for those that a site starts."""
    services = list(data.entries())
    keys = [one.get("key") for one in services]
    named = [key for key in keys if key is not None and key.text]
    if not named or not all({name for name, _ in one.pairs()} >= _OF_SERVICE for one in services):
        return None
    by_key = {str(key.text): one for key, one in zip(named, services, strict=False)}
    return Setup(root=data, init=None, jobs=named, services=by_key)


def _of_script(source: Source) -> Setup | None:
    script = source.script
    calls = [given[0] for given, _ in script.called(f"{_OBJECT}.init") if given]
    jobs = [one for given, _ in script.called(f"{_OBJECT}.job.push") for one in given]
    jobs += [one for node in script.assigned(f"{_OBJECT}.job") for one in node.entries()]
    services = dict(script.assignments(f"{_OBJECT}.services"))
    if not (calls or jobs or services):
        return None
    return Setup(
        root=calls[0] if calls else Node(value=None, span=Span(0, 0)),
        init=calls[0] if calls else None,
        jobs=jobs,
        services=services,
        expires=next(script.assigned("tarteaucitronForceExpire"), None),
        counts_days=next(script.assigned("tarteaucitronExpireInDay"), None),
    )


def _read_banner(scribe: Scribe, init: Node) -> None:
    """Read the buttons of the first layer, and whether services wait."""
    layer = {}
    for key, name in (("AcceptAllCta", "accept"), ("DenyAllCta", "reject")):
        node = init.get(key)
        if node is not None and isinstance(node.value, bool):
            layer[name] = "button" if node.value else "none"
    if layer:
        scribe.draft.consent["first_layer"] = scribe.told(layer, init)
    deny = init.get("DenyAllCta")
    if deny is not None and deny.value is False and layer.get("accept") != "none":
        scribe.fault("IMP003", deny, "the banner has no button that denies everything")
    privacy = init.get("highPrivacy")
    if privacy is not None and privacy.value is False:
        scribe.fault("IMP002", privacy, "whoever browses on is taken to agree")
        scribe.draft.consent["implied_by"] = scribe.told(["browsing"], privacy)
    state = init.get("serviceDefaultState")
    if state is not None and (state.value is True or state.text == "true"):
        scribe.fault("IMP002", state, "services run until the visitor refuses")
    policy = init.get("privacyUrl")
    address = web_address(policy.text) if policy is not None else None
    if policy is not None and address is not None:
        scribe.draft.site["policy_url"] = scribe.told(address, policy)


def _read_own_cookie(scribe: Scribe, setup: Setup) -> None:
    """Read the cookie that keeps the choice, and for how long."""
    init = setup.init
    name = init.get("cookieName") if init is not None else None
    node = name if name is not None and name.text else init or setup.root
    entry = scribe.entry((name.text if name is not None else None) or _DEFAULT_NAME, node)
    if entry is None:
        return
    if node is not name:
        entry.remarks.append(f"name: the default of the library, '{_DEFAULT_NAME}'")
    scribe.draft.consent["choice_cookie"] = entry.fields["name"]
    scribe.required(entry, node)
    scribe.tell(entry, "purposes", ["consent-choice"], node)
    domain = init.get("cookieDomain") if init is not None else None
    if domain is not None:
        scribe.tell(entry, "domain", host_of(domain.text), domain)
    _read_days(scribe, setup, entry, node)


def _read_days(scribe: Scribe, setup: Setup, entry: Entry, node: Node) -> None:
    """Read how long the choice is kept: days, or hours, of less than a year; else a year."""
    told = scribe.told(f"{_DEFAULT_DAYS} days", node)
    if setup.expires is None:
        entry.remarks.append(f"lifetime: the default of the library, {_DEFAULT_DAYS} days")
    else:
        count = whole_number(setup.expires)
        if count is None or count <= 0:
            entry.remarks.append("lifetime: tarteaucitronForceExpire is no number above 0")
            return
        in_hours = setup.counts_days is not None and setup.counts_days.value is False
        unit, year = ("hour", _DEFAULT_DAYS * 24) if in_hours else ("day", _DEFAULT_DAYS)
        if count < year:
            told = scribe.told(f"1 {unit}" if count == 1 else f"{count} {unit}s", setup.expires)
        else:
            entry.remarks.append("lifetime: the library keeps a choice for a year at most")
    entry.fields["lifetime"] = told
    scribe.draft.consent["validity"] = told


def _is(init: Node | None, key: str) -> bool:
    node = init.get(key) if init is not None else None
    return node is not None and node.value is True
