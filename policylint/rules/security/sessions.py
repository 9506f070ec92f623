from collections.abc import Iterator

from policylint.law.jurisdictions import ALL
from policylint.law.national import DSG_8
from policylint.law.provisions import GDPR_5_1_C, GDPR_25, GDPR_32
from policylint.law.technical import COOKIE_ATTRIBUTES, HOUSE_CHECK
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.terms import Storage
from policylint.model.traits import party
from policylint.rule import (
    Context,
    NotApplicable,
    NotEvaluated,
    Problem,
    Scope,
    Severity,
    Yield,
    rule,
)
from policylint.rules.absent import absent
from policylint.source.pointer import Pointer

HOST_PREFIXES = ("__host-", "__host-http-")
WEB_STORAGES: frozenset[Storage] = frozenset({"local-storage", "indexed-db"})
NO_LOGIN = NotApplicable(reason="no cookie is declared for 'authentication'")


def _logins(context: Context) -> list[tuple[Pointer, Cookie]]:
    return [
        (at, cookie)
        for at, cookie in context.cookies
        if "authentication" in cookie.purposes and cookie.storage == "cookie"
    ]


@rule(
    "SEC002",
    citations=[GDPR_32, DSG_8, COOKIE_ATTRIBUTES],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
)
def session_readable_by_script(context: Context) -> Iterator[Yield]:
    """A login cookie is declared without `HttpOnly`, so scripts can read it.

    A token against forged requests (`csrf-protection`) sometimes must be read by the site's own
    script, and is left alone.

    ## Why it matters
    One foreign script that gets into a page can take the login with it.

    ## How to fix it
    Set the cookie with `HttpOnly`, then declare `http_only: true`. If a script needs part of it,
    put that part in a cookie of its own.
    """
    judged = [entry for entry in _logins(context) if "csrf-protection" not in entry[1].purposes]
    if not judged:
        yield NO_LOGIN
    for at, cookie in judged:
        if cookie.http_only is None:
            yield NotEvaluated(at=at, reason=absent("http_only"))
        elif not cookie.http_only:
            yield Problem(
                at=(*at, "http_only"),
                message=sentence(
                    "'{name}' keeps a login and can be read by scripts; expected 'http_only: true'",
                    name=cookie.name,
                ),
            )


@rule(
    "SEC006",
    citations=[COOKIE_ATTRIBUTES, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.INFO)],
    since="0.1.0",
    yields_to=("SEC007",),
)
def session_without_host_prefix(context: Context) -> Iterator[Yield]:
    """A login cookie of the site does not carry the prefix `__Host-`.

    Third-party cookies are left alone: their names are not the site's to choose.

    ## Why it matters
    Browsers take a cookie of that prefix only from the host itself, over https and for every
    path, so no subdomain can overwrite a login.

    ## How to fix it
    Name it `__Host-…`, or `__Host-Http-…` to keep scripts out too, and set it with `Secure`,
    `Path=/` and without Domain. Where one login serves several subdomains, this cannot be done.
    """
    judged = [entry for entry in _logins(context) if party(entry[1], context.inventory) != "third"]
    if not judged:
        yield NO_LOGIN
    for at, cookie in judged:
        if not cookie.name.lower().startswith(HOST_PREFIXES):
            yield Problem(
                at=(*at, "name"),
                message=sentence(
                    "'{name}' keeps a login and has no prefix '__Host-'", name=cookie.name
                ),
            )


@rule(
    "SEC007",
    citations=[GDPR_25, GDPR_5_1_C, DSG_8, COOKIE_ATTRIBUTES],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether the other hosts need the login.",
)
def domain_too_wide(context: Context) -> Iterator[Yield]:
    """A login cookie is declared with a Domain attribute, so every subdomain receives it.

    ## Why it matters
    The fewer hosts receive a login, the fewer can lose it.

    ## How to fix it
    Set the cookie without Domain, then declare `host_only: true`. Where several hosts share the
    login, let them ask one host for it.
    """
    judged = _logins(context)
    if not judged:
        yield NO_LOGIN
    for at, cookie in judged:
        if cookie.host_only is None:
            yield NotEvaluated(at=at, reason=absent("host_only"))
        elif not cookie.host_only:
            yield Problem(at=(*at, "host_only"), message=_too_wide(cookie))


def _too_wide(cookie: Cookie) -> str:
    if cookie.domain:
        return sentence(
            "'{name}' keeps a login and is sent to every subdomain of '{domain}';"
            " expected 'host_only: true'",
            name=cookie.name,
            domain=cookie.domain.lstrip("."),
        )
    return sentence(
        "'{name}' keeps a login and is sent to every subdomain; expected 'host_only: true'",
        name=cookie.name,
    )


@rule(
    "SEC010",
    citations=[GDPR_32, DSG_8],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
)
def token_in_web_storage(context: Context) -> Iterator[Yield]:
    """A login is kept in local storage or IndexedDB.

    ## Why it matters
    Every script of the page can read it there, also one that was smuggled in, and it stays until
    somebody deletes it.

    ## How to fix it
    Keep the login in a cookie with `HttpOnly` and `Secure`, and declare that instead.
    """
    judged = [entry for entry in context.cookies if "authentication" in entry[1].purposes]
    if not judged:
        yield NO_LOGIN
    for at, cookie in judged:
        if cookie.storage in WEB_STORAGES:
            yield Problem(
                at=(*at, "storage"),
                message=sentence(
                    "'{name}' keeps a login in '{storage}', where every script"
                    " can read it; expected a cookie with 'http_only: true'",
                    name=cookie.name,
                    storage=cookie.storage,
                ),
            )
