"""The configuration of Klaro, as data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.exchange.write.javascript import needs_expression, whole_name
from policylint.exchange.write.services import (
    Service,
    choice_cookie,
    claim_remarks,
    description,
    stored_elsewhere,
    switches,
    title,
)
from policylint.exchange.write.texts import capital, speaks, whole_days, words
from policylint.exchange.write.wanted import Wanted
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory

NAME = "Klaro"
EVERY_LANGUAGE = "zz"
# The one purpose that Klaro's notice does not ask for, with a title of its own in every language.
FUNCTIONAL = "functional"
CARRIES = frozenset(
    {
        *("cookies.name", "cookies.category", "cookies.purposes", "cookies.description"),
        *("cookies.vendor", "cookies.domain", "cookies.path", "cookies.consent"),
        *("vendors.name", "vendors.service", "consent.choice_cookie", "consent.validity"),
        *("consent.prechecked", "site.name", "site.languages", "site.policy_url"),
    }
)


def configuration(inventory: Inventory, wanted: Wanted) -> dict[str, Any]:
    """Make the configuration: required where essential, never on before the visitor chose."""
    shown = switches(inventory)
    return {
        "version": 1,
        "elementID": "klaro",
        **_storage(inventory),
        "htmlTexts": False,
        "groupByPurpose": True,
        "default": False,
        "required": False,
        "optOut": False,
        "mustConsent": False,
        "acceptAll": True,
        "hideDeclineAll": False,
        "lang": wanted.language,
        "translations": _translations(inventory, shown, wanted),
        "services": [_service(one, inventory, wanted) for one in shown],
    }


def _storage(inventory: Inventory) -> dict[str, Any]:
    name, is_local = choice_cookie(inventory)
    days = whole_days(inventory.consent.validity) if inventory.consent else None
    return {
        "storageMethod": "localStorage" if is_local else "cookie",
        **({"storageName": name} if name else {}),
        **({"cookieExpiresAfterDays": days} if days else {}),
    }


def _translations(
    inventory: Inventory, shown: Sequence[Service], wanted: Wanted
) -> Mapping[str, Any]:
    asked = (purpose for one in shown if not one.is_essential for purpose in one.purposes)
    purposes = list(dict.fromkeys(asked))
    policy = inventory.site.policy_url
    found: dict[str, Any] = {EVERY_LANGUAGE: {"privacyPolicyUrl": policy}} if policy else {}
    spoken = {language: language for language in wanted.languages if speaks(language)}
    for key, language in {EVERY_LANGUAGE: wanted.language, **spoken}.items():
        said = words(language)
        titles = {
            purpose: {"title": capital(said.text(f"legal.purpose.{purpose}"))}
            for purpose in purposes
        }
        if titles:
            found[key] = {**found.get(key, {}), "purposes": titles}
    return found


def _service(service: Service, inventory: Inventory, wanted: Wanted) -> dict[str, Any]:
    found: dict[str, Any] = {"name": service.key}
    if len(wanted.languages) == 1:
        found.update(_shown(service, inventory, wanted.language))
    else:
        languages = {EVERY_LANGUAGE: wanted.language, **{one: one for one in wanted.languages}}
        found["translations"] = {
            key: _shown(service, inventory, language) for key, language in languages.items()
        }
    found["purposes"] = [FUNCTIONAL] if service.is_essential else list(service.purposes)
    found["cookies"] = [_item(one) for one in service.cookies if one.storage == "cookie"]
    found["required"] = service.is_essential
    if not service.is_essential:
        found["default"] = False
    return found


def _shown(service: Service, inventory: Inventory, language: str) -> dict[str, str]:
    text = description(service, inventory, language)
    return {
        "title": title(service, inventory, language),
        **({"description": text} if text else {}),
    }


def _item(cookie: Cookie) -> str | dict[str, str]:
    # Klaro takes a text that begins with `^` for a regular expression.
    pattern = whole_name(cookie.name) if needs_expression(cookie.name) else cookie.name
    if cookie.path is None and cookie.domain is None:
        return pattern
    return {
        "pattern": pattern,
        **({"path": cookie.path} if cookie.path is not None else {}),
        **({"domain": cookie.domain} if cookie.domain is not None else {}),
    }


def remarks(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    """Tell what Klaro cannot carry, besides whole fields."""
    if any(one.category == "essential" for one in inventory.cookies):
        yield f"{NAME} says '{FUNCTIONAL}' for every purpose that needs no consent"
    yield from stored_elsewhere(inventory, NAME)
    yield from claim_remarks(inventory)
    yield from silent_languages(wanted, "the titles of purposes")
    yield from one_memory(inventory, NAME)


def silent_languages(wanted: Wanted, what: str) -> Iterator[str]:
    """Tell in which languages policylint has no words of its own."""
    for language in wanted.languages:
        if not speaks(language):
            yield f"policylint has no words in '{language}': {what} are in English there"


def one_memory(inventory: Inventory, platform: str) -> Iterator[str]:
    """Tell where a platform keeps a yes and a no equally long, and the inventory does not."""
    consent = inventory.consent
    if consent is None:
        return
    if consent.validity is not None and whole_days(consent.validity) is None:
        yield f"{platform} counts whole days: consent.validity '{consent.validity}' is left out"
    if consent.refusal_memory is not None and consent.refusal_memory != consent.validity:
        yield (
            f"{platform} remembers a refusal as long as a consent, not for"
            f" '{consent.refusal_memory}'"
        )
