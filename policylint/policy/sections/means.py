"""Managing cookies: the consent platform first, the settings of the browser second."""

from collections.abc import Iterator

from policylint.policy.blocks import Block, BulletList, Link
from policylint.policy.entry import asks_consent
from policylint.policy.writer import Writer

_BROWSERS = ("firefox", "chrome", "safari", "safari-ios", "edge", "opera")


def manage(writer: Writer) -> Iterator[Block]:
    """Name the platform, where it is opened, and the help pages of the main browsers."""
    consent = writer.inventory.consent
    vendor = writer.inventory.vendors.get(consent.platform or "") if consent else None
    if vendor is not None:
        service = writer.product(vendor)
        company = writer.say(
            "list.vendor-in", name=vendor.name, country=writer.country(vendor.country)
        )
        name = writer.aside(service, company) if service else company
        yield writer.paragraph("manage.platform", name=name)
    if consent and consent.first_layer and consent.first_layer.settings in {"button", "link"}:
        # Without a name before it, nothing is there that "there" could mean.
        yield writer.paragraph("manage.purposes" if vendor else "manage.purposes-in-banner")
    asked = any(asks_consent(one, writer.packs) for one in writer.inventory.cookies)
    if asked and consent:
        text = consent.withdrawal.entry_point if consent.withdrawal else None
        place = ("consent", "withdrawal", "entry_point")
        entry = writer.sentence(text, "the way to open the consent platform", *place)
        if entry is not None:
            yield writer.paragraph("manage.entry" if vendor else "choices.entry", entry=entry)
    yield writer.paragraph("manage.browser")
    yield BulletList(
        tuple(
            (Link(_browser(writer, one, "name"), _browser(writer, one, "url")),)
            for one in _BROWSERS
        )
    )


def _browser(writer: Writer, name: str, field: str) -> str:
    return writer.words.text(f"ui.browser.{name}.{field}")
