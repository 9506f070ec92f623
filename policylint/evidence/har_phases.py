"""The phases of a recording: by the caller's word, by marker requests, by a guess, or unknown."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from policylint.evidence.observation import Phase, PhaseKind, PhaseSource

MARKER = "://policylint.invalid/phase/"
"""A request to such an address, which never resolves, begins the phase that it names."""
KINDS: Sequence[PhaseKind] = get_args(PhaseKind)
MARGIN = 1_000
"""Milliseconds by which a guess errs on the side of what came after the choice."""
_CHOICES = frozenset({"accept", "reject", "partial"})
# Cookies that a platform writes when a choice was made, not before.
_WORDS = """
klaro cc_cookie tarteaucitron axeptio_authorized_vendors axeptio_all_vendors
OptanonAlertBoxClosed CookieConsent euconsent-v2 eupubconsent-v2 FCCDCF borlabs-cookie
cookiefirst-consent cookie_notice_accepted cookieconsent_status viewed_cookie_policy cookiehub
moove_gdpr_popup CookieScriptConsent consentUUID notice_gdpr_prefs cmapi_cookie_privacy
mtm_cookie_consent mtm_consent mtm_consent_removed osano_consentmanager cookies_policy
addtl_consent li_gc cmplz_banner-status cookies_preferences_set
"""
_CONSENT_NAMES = frozenset(_WORDS.split())
_CONSENT_PREFIXES = ("cookie-agreed", "TC_PRIVACY", "ppms_privacy_", "_iub_cs-", "__cmpconsent")


def is_consent_name(name: str) -> bool:
    """Tell whether a cookie is one in which a known platform keeps a choice."""
    return name in _CONSENT_NAMES or name.startswith(_CONSENT_PREFIXES)


class Marker(NamedTuple):
    """The beginning of a phase, in milliseconds."""

    at: int
    kind: PhaseKind


class Timeline:
    """Which phase each moment of a recording belongs to."""

    def __init__(self, first: PhaseKind, markers: Iterable[Marker], known_by: PhaseSource) -> None:
        ordered = sorted(markers)
        self._starts = [marker.at for marker in ordered]
        self._kinds: list[PhaseKind] = [first, *(marker.kind for marker in ordered)]
        self._known_by = known_by
        self._first_by: PhaseSource = known_by

    @classmethod
    def told(cls, given: PhaseKind | None, markers: Sequence[Marker]) -> "Timeline | None":
        """Build it from what the caller and the markers say; None where they say nothing."""
        if not markers:
            return None if given is None else cls(given, (), "file")
        first = min(markers).kind
        before: PhaseKind = "pre" if first in _CHOICES else "unknown"
        line = cls(given or before, markers, "marker")
        if given is not None:
            line._first_by = "file"
        elif before == "unknown":
            line._first_by = "unknown"
        return line

    @classmethod
    def guessed(cls, choice_at: int | None, first_at: int | None) -> "Timeline":
        """Build it from the first sign of a choice; what came after it stays unknown."""
        if choice_at is None or first_at is None or choice_at - MARGIN <= first_at:
            return cls("unknown", (), "unknown")
        line = cls("pre", [Marker(choice_at - MARGIN, "unknown")], "unknown")
        line._first_by = "inferred"
        return line

    def at(self, moment: int) -> PhaseKind:
        """Give the phase of a moment."""
        return self._kinds[bisect_right(self._starts, moment)]

    def among(self, moments: Iterable[int]) -> set[PhaseKind]:
        """Give the phases of many moments."""
        if not self._starts:
            return set(self._kinds)
        return {self.at(moment) for moment in moments}

    def phases(self, first_at: int | None) -> list[Phase]:
        """Describe the phases, each with how it is known.

        Where the recording begins with a marker, there is nothing before it.
        """
        sources = [self._first_by, *(self._known_by for _ in self._starts)]
        told = list(zip(self._kinds, sources, strict=True))
        if self._starts and first_at is not None and first_at >= self._starts[0]:
            told = told[1:]
        return [
            Phase(kind=kind, known_by="unknown" if kind == "unknown" else source)
            for kind, source in told
        ]
