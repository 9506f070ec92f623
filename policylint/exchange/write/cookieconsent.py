"""vanilla-cookieconsent 3: categories, what each of them clears, and tables of cookies.

The platform puts texts into the page as HTML, so that they are escaped here.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.exchange.node import Pattern
from policylint.exchange.write.javascript import literal, needs_expression, whole_name
from policylint.exchange.write.klaro import one_memory, silent_languages
from policylint.exchange.write.services import choice_cookie, claim_remarks, group, group_title
from policylint.exchange.write.texts import capital, html, lifetime_words, read, whole_days, words
from policylint.exchange.write.wanted import Wanted
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.terms import Group

NAME = "vanilla-cookieconsent"
CARRIES = frozenset(
    {
        *("cookies.name", "cookies.category", "cookies.description", "cookies.lifetime"),
        *("cookies.vendor", "cookies.domain", "cookies.path", "cookies.consent"),
        *("cookies.storage", "vendors.name", "vendors.service", "consent.choice_cookie"),
        *("consent.validity", "consent.prechecked", "consent.equal_prominence"),
        *("site.languages", "site.policy_url"),
    }
)
_GROUPS: Sequence[Group] = ("necessary", "preferences", "statistics", "marketing")


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write the call that starts the platform."""
    groups = _groups(inventory)
    configuration = {
        "mode": "opt-in",
        "cookie": _own_cookie(inventory),
        "guiOptions": {
            "consentModal": {"equalWeightButtons": True},
            "preferencesModal": {"equalWeightButtons": True},
        },
        "categories": {name: _category(name, entries) for name, entries in groups.items()},
        "language": {
            "default": wanted.language,
            "translations": {
                language: _translation(inventory, groups, language) for language in wanted.languages
            },
        },
    }
    return f"CookieConsent.run({literal(configuration)});\n"


def _groups(inventory: Inventory) -> Mapping[Group, list[Cookie]]:
    found: dict[Group, list[Cookie]] = {name: [] for name in _GROUPS}
    for cookie in inventory.cookies:
        found[group(cookie)].append(cookie)
    return {name: entries for name, entries in found.items() if entries or name == "necessary"}


def _own_cookie(inventory: Inventory) -> dict[str, Any]:
    name, is_local = choice_cookie(inventory)
    days = whole_days(inventory.consent.validity) if inventory.consent else None
    return {
        **({"name": name} if name else {}),
        **({"expiresAfterDays": days} if days else {}),
        **({"useLocalStorage": True} if is_local else {}),
    }


def _category(name: Group, entries: Sequence[Cookie]) -> dict[str, Any]:
    if name == "necessary":
        return {"enabled": True, "readOnly": True}
    cleared = [_item(one) for one in entries if one.storage == "cookie"]
    return {
        "enabled": False,
        "readOnly": False,
        **({"autoClear": {"cookies": cleared}} if cleared else {}),
    }


def _item(cookie: Cookie) -> dict[str, Any]:
    name = cookie.name
    return {
        "name": Pattern(source=whole_name(name, "/")) if needs_expression(name) else name,
        **({"path": cookie.path} if cookie.path is not None else {}),
        **({"domain": cookie.domain} if cookie.domain is not None else {}),
    }


def _translation(
    inventory: Inventory, groups: Mapping[Group, Sequence[Cookie]], language: str
) -> dict[str, Any]:
    said = words(language)
    buttons = {
        "acceptAllBtn": said.text("exchange.banner.accept"),
        "acceptNecessaryBtn": said.text("exchange.banner.reject"),
    }
    policy = inventory.site.policy_url
    label = said.text("exchange.banner.policy")
    link = f'<a href="{html(policy)}">{html(label)}</a>' if policy else ""
    return {
        "consentModal": {
            "title": said.text("exchange.banner.title"),
            "description": said.text("exchange.banner.description"),
            **buttons,
            "showPreferencesBtn": said.text("exchange.banner.settings"),
            **({"footer": link} if link else {}),
        },
        "preferencesModal": {
            "title": said.text("exchange.banner.preferences"),
            **buttons,
            "savePreferencesBtn": said.text("exchange.banner.save"),
            "closeIconLabel": said.text("exchange.banner.close"),
            "sections": [
                _section(inventory, name, entries, language) for name, entries in groups.items()
            ],
        },
    }


def _section(
    inventory: Inventory, name: Group, entries: Sequence[Cookie], language: str
) -> dict[str, Any]:
    said = words(language)
    key = "necessary" if name == "necessary" else "optional"
    return {
        "title": html(group_title(name, language)),
        "description": html(said.text(f"exchange.banner.{key}")),
        "linkedCategory": name,
        "cookieTable": {
            "headers": {
                "name": said.text("ui.label.name"),
                "provider": said.text("ui.label.company"),
                "description": said.text("ui.label.does"),
                "duration": said.text("ui.label.lifetime"),
                "type": said.text("ui.label.kind"),
            },
            "body": [_row(inventory, one, language) for one in entries],
        },
    }


def _row(inventory: Inventory, cookie: Cookie, language: str) -> dict[str, str]:
    vendor = inventory.vendors.get(cookie.vendor) if cookie.vendor else None
    provider = inventory.site.name
    if cookie.vendor:
        product = read(vendor.service, inventory, language) if vendor else None
        provider = product or (vendor.name if vendor else cookie.vendor)
    kind = words(language).text(f"legal.storage.{cookie.storage}")
    return {
        "name": html(cookie.name),
        "provider": html(provider),
        "description": html(read(cookie.description, inventory, language) or ""),
        "duration": lifetime_words(cookie.lifetime, language) if cookie.lifetime else "",
        "type": html(capital(kind)),
    }


def remarks(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    """Tell what the platform cannot carry, besides whole fields."""
    yield "consent is asked per group; the purposes of each cookie are not carried"
    others = [
        f"'{one.name}'"
        for one in inventory.cookies
        if one.storage != "cookie" and one.category == "improvement"
    ]
    if others:
        yield f"{NAME} clears cookies only; it lists and does not clear {', '.join(others)}"
    yield from claim_remarks(inventory)
    yield from silent_languages(wanted, "the words of the banner")
    yield from one_memory(inventory, NAME)
