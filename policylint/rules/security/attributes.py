from collections.abc import Iterator

from policylint.law.jurisdictions import ALL
from policylint.law.technical import COOKIE_ATTRIBUTES
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.rule import Context, NotEvaluated, Problem, Scope, Severity, Yield, rule
from policylint.rules.absent import absent
from policylint.rules.listing import in_quotes

# Prefix of a name → attributes that browsers demand; the longest prefix counts.
PREFIXES = (
    ("__host-http-", ("secure", "http_only", "path", "host_only")),
    ("__host-", ("secure", "path", "host_only")),
    ("__http-", ("secure", "http_only")),
    ("__secure-", ("secure",)),
)


@rule(
    "SEC004",
    citations=[COOKIE_ATTRIBUTES],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
)
def same_site_none_insecure(context: Context) -> Iterator[Yield]:
    """A cookie is declared `SameSite=None` and not `Secure`.

    ## Why it matters
    Browsers drop such a cookie, so what is declared cannot be true.

    ## How to fix it
    Set it with `Secure` and declare `secure: true`.
    """
    for at, cookie in context.cookies:
        if cookie.same_site != "None" or cookie.storage != "cookie":
            continue
        if cookie.secure is None:
            yield NotEvaluated(at=at, reason=absent("secure"))
        elif not cookie.secure:
            yield Problem(
                at=(*at, "secure"),
                message=sentence(
                    "'{name}' is declared 'same_site: None' and not secure", name=cookie.name
                ),
            )


@rule(
    "SEC005",
    citations=[COOKIE_ATTRIBUTES],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
)
def prefix_broken(context: Context) -> Iterator[Yield]:
    """The prefix of a name demands attributes that are declared otherwise.

    `__Secure-` demands Secure; `__Http-` also HttpOnly; `__Host-` demands Secure, the path `/`
    and no Domain; `__Host-Http-` all of them.

    ## Why it matters
    Browsers refuse such a cookie, so what is declared cannot be true.

    ## How to fix it
    Set the attributes that the prefix demands, or choose a name without it.
    """
    for at, cookie in context.cookies:
        if not cookie.name.startswith("__") or cookie.storage != "cookie":
            continue
        name = cookie.name.lower()
        demanded = next((needs for prefix, needs in PREFIXES if name.startswith(prefix)), ())
        for attribute in demanded:
            holds = _holds(cookie, attribute)
            if holds is None:
                yield NotEvaluated(at=at, reason=absent(attribute))
            elif not holds:
                yield Problem(
                    at=(*at, attribute),
                    message=sentence(
                        "the prefix of '{name}' demands {attribute}",
                        name=cookie.name,
                        attribute=_WORDS[attribute],
                    ),
                )


_WORDS = {
    "secure": in_quotes("secure: true"),
    "http_only": in_quotes("http_only: true"),
    "path": in_quotes("path: /"),
    "host_only": sentence("no Domain attribute ('host_only: true')"),
}


def _holds(cookie: Cookie, attribute: str) -> bool | None:
    if attribute == "path":
        return None if cookie.path is None else cookie.path == "/"
    if attribute == "host_only" and cookie.host_only is None:
        return None if cookie.domain is None else False
    given: bool | None = getattr(cookie, attribute)
    return given
