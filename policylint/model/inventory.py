"""The inventory: the whole document."""

from collections.abc import Mapping
from typing import Any

from policylint.model.consent import Consent
from policylint.model.cookie import Cookie
from policylint.model.record import Record
from policylint.model.scalars import Day, Line, VendorId, Version
from policylint.model.site import Controller, Site
from policylint.model.terms import Decision
from policylint.model.texts import Text
from policylint.model.vendor import Vendor


class Approval(Record):
    """A sign-off, bound to the content by its digest."""

    by: Line
    """Who signed."""
    role: Line
    """In which role."""
    on: Day
    """When."""
    digest: Line
    """Digest of the legally relevant content."""
    facts: Line | None = None
    """Digest of the same without the words of the descriptions."""
    decision: Decision
    """What was decided."""
    conditions: Text | None = None
    """On which conditions."""


class Inventory(Record):
    """The cookies of a site, their vendors, and how consent is asked."""

    version: Version
    """Version of the format."""
    include: tuple[Line, ...] = ()
    """Files, relative to this one, whose vendors and cookies join it."""
    site: Site
    """The website."""
    controller: Controller
    """Who decides about the cookies."""
    consent: Consent | None = None
    """How the site asks."""
    vendors: Mapping[VendorId, Vendor] = {}
    """Third parties, by an id of your own."""
    cookies: tuple[Cookie, ...]
    """One entry per cookie or other tracker."""
    approvals: tuple[Approval, ...] = ()
    """Sign-offs, written by policylint."""
    extensions: Mapping[str, Any] = {}
    """An organisation's own fields, named `x-…`."""


class Fragment(Record):
    """An included file: only vendors and cookies."""

    version: Version
    """Version of the format."""
    include: tuple[Line, ...] = ()
    """Files whose vendors and cookies join this one."""
    vendors: Mapping[VendorId, Vendor] = {}
    """Third parties, by an id of your own."""
    cookies: tuple[Cookie, ...] = ()
    """One entry per cookie or other tracker."""
