from collections.abc import Iterator

from policylint.law.jurisdictions import ALL
from policylint.law.national import DSG_8
from policylint.law.provisions import GDPR_32
from policylint.law.technical import COOKIE_ATTRIBUTES, PARTITIONED_SECURE
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.traits import is_personal
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


@rule(
    "SEC001",
    citations=[GDPR_32, DSG_8, COOKIE_ATTRIBUTES],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (Severity.WARNING, "the cookie is personal data, and not for logging in"),
        (Severity.INFO, "the cookie is not taken to be personal data, and not for logging in"),
    ],
    yields_to=("SEC004", "SEC005", "SEC009"),
)
def sent_in_clear(context: Context) -> Iterator[Yield]:
    """A cookie of a site on https is declared without `Secure`.

    ## Why it matters
    Without that attribute the browser also sends the cookie over plain http, where anybody on the
    way can read it. Whoever reads a login cookie is logged in. The law asks for measures that fit
    the risk and names no attribute: what holds no personal data is only a note.

    ## How to fix it
    Set the cookie with `Secure`, then declare `secure: true`.
    """
    if not context.inventory.site.url.lower().startswith("https:"):
        yield NotApplicable(reason="the site is not on https")
        return
    for at, cookie in context.cookies:
        if cookie.storage != "cookie":
            continue
        if cookie.secure is None:
            yield NotEvaluated(at=at, reason=absent("secure"))
        elif not cookie.secure:
            message, severity = _weighed(cookie)
            yield Problem(at=(*at, "secure"), message=message, severity=severity)


def _weighed(cookie: Cookie) -> tuple[str, Severity]:
    if "authentication" in cookie.purposes:
        message = sentence(
            "'{name}' keeps a login and may be sent in clear; expected 'secure: true' on an https"
            " site",
            name=cookie.name,
        )
        return message, Severity.ERROR
    if is_personal(cookie):
        message = sentence(
            "'{name}' is personal data and may be sent in clear; expected 'secure: true' on an"
            " https site",
            name=cookie.name,
        )
        return message, Severity.WARNING
    message = sentence(
        "'{name}' is not taken to be personal data and may be sent in clear; expected"
        " 'secure: true' on an https site",
        name=cookie.name,
    )
    return message, Severity.INFO


@rule(
    "SEC003",
    citations=[COOKIE_ATTRIBUTES],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.INFO)],
    since="0.1.0",
)
def same_site_unstated(context: Context) -> Iterator[Yield]:
    """Other attributes of a cookie are declared, and `SameSite` is not.

    ## Why it matters
    What a browser does with a cookie that does not say differs from one browser to the next.

    ## How to fix it
    Set `SameSite` and declare it: `Lax` for most, `Strict` where no link from outside must carry
    it, `None` only for use inside other sites. Try logins and payments after a change.
    """
    judged = [(at, cookie) for at, cookie in context.cookies if _has_attributes(cookie)]
    if not judged:
        yield NotApplicable(reason="no cookie declares attributes")
    for at, cookie in judged:
        if cookie.same_site is None:
            yield Problem(
                at=(*at, "same_site"),
                message=sentence(
                    "'{name}' declares attributes and no 'same_site'", name=cookie.name
                ),
            )


def _has_attributes(cookie: Cookie) -> bool:
    flags = (cookie.secure, cookie.http_only, cookie.partitioned, cookie.host_only)
    return cookie.storage == "cookie" and flags != (None, None, None, None)


@rule(
    "SEC009",
    citations=[PARTITIONED_SECURE],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
)
def partitioned_insecure(context: Context) -> Iterator[Yield]:
    """A cookie is declared `Partitioned` and not `Secure`.

    ## Why it matters
    Browsers that know `Partitioned` refuse such a cookie, so what is declared cannot be true.

    ## How to fix it
    Set it with `Secure` and declare `secure: true`.
    """
    judged = [
        (at, cookie)
        for at, cookie in context.cookies
        if cookie.partitioned and cookie.storage == "cookie"
    ]
    if not judged:
        yield NotApplicable(reason="no cookie is partitioned")
    for at, cookie in judged:
        if cookie.secure is None:
            yield NotEvaluated(at=at, reason=absent("secure"))
        elif not cookie.secure:
            yield Problem(
                at=(*at, "secure"),
                message=sentence(
                    "'{name}' is declared 'partitioned: true' and not secure", name=cookie.name
                ),
            )
