"""Axeptio: a cookie configuration for one language, a step per group with its vendors."""

from collections.abc import Iterator, Mapping
from typing import Any

from policylint.exchange.write.javascript import json_text
from policylint.exchange.write.klaro import silent_languages
from policylint.exchange.write.services import (
    Service,
    claim_remarks,
    description,
    group_title,
    switches,
    title,
)
from policylint.exchange.write.texts import html, words
from policylint.exchange.write.wanted import Wanted
from policylint.model.inventory import Inventory
from policylint.model.terms import Group

NAME = "Axeptio"
CARRIES = frozenset(
    {
        *("cookies.name", "cookies.category", "cookies.description", "cookies.vendor"),
        *("cookies.consent", "vendors.name", "vendors.service", "vendors.privacy_policy"),
        *("vendors.domains", "site.name", "site.policy_url", "consent.prechecked"),
    }
)


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write the configuration as JSON."""
    said = words(wanted.language)
    steps: dict[Group, list[dict[str, Any]]] = {}
    for service in switches(inventory):
        steps.setdefault(service.group, []).append(_vendor(service, inventory, wanted))
    welcome = {
        "name": "welcome",
        "layout": "welcome",
        "title": said.text("exchange.banner.title"),
        "message": html(said.text("exchange.banner.description")),
    }
    return json_text(
        {
            "name": f"{inventory.site.name} {wanted.language}",
            "title": inventory.site.name,
            "language": wanted.language,
            "steps": [welcome, *(_step(name, one, wanted) for name, one in steps.items())],
        }
    )


def _step(name: Group, vendors: list[dict[str, Any]], wanted: Wanted) -> Mapping[str, Any]:
    said = words(wanted.language)
    key = "necessary" if name == "necessary" else "optional"
    return {
        "name": name,
        "layout": "info" if name == "necessary" else "category",
        "title": group_title(name, wanted.language),
        "message": html(said.text(f"exchange.banner.{key}")),
        "vendors": vendors,
    }


def _vendor(service: Service, inventory: Inventory, wanted: Wanted) -> dict[str, Any]:
    vendor = inventory.vendors.get(service.vendor) if service.vendor else None
    text = description(service, inventory, wanted.language)
    policy = vendor.privacy_policy if vendor else inventory.site.policy_url
    domain = vendor.domains[0] if vendor and vendor.domains else None
    return {
        "name": service.key,
        "title": title(service, inventory, wanted.language),
        **({"shortDescription": text} if text else {}),
        **({"policyUrl": policy} if policy else {}),
        **({"domain": domain.lstrip(".")} if domain else {}),
        "type": service.group,
        "required": service.is_essential,
        "cookies": [one.name for one in service.cookies],
    }


def remarks(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    """Tell what Axeptio cannot carry, besides whole fields."""
    if len(wanted.languages) > 1:
        yield f"a configuration of {NAME} is for one language: this one is in '{wanted.language}'"
    domains = [key for key, one in inventory.vendors.items() if len(one.domains) > 1]
    if domains:
        yield f"{NAME} takes one domain per vendor: the first of {', '.join(domains)}"
    yield from claim_remarks(inventory)
    yield from silent_languages(wanted, "the words of the banner")
