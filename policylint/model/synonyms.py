"""What people of the field call a field or a purpose, and the word that the format has for it.

Only ever a suggestion: a word such as `marketing` is a display group, and a purpose says more.
"""

from collections.abc import Mapping, Sequence

FIELDS: Mapping[str, str] = {
    "duration": "lifetime",
    "expires": "lifetime",
    "expiry": "lifetime",
    "expiration": "lifetime",
    "max-age": "lifetime",
    "provider": "vendor",
    "company": "vendor",
    "host": "domain",
    "type": "storage",
    "group": "category",
    "httponly": "http_only",
    "samesite": "same_site",
    "title": "name",
    "website": "url",
    "countries": "jurisdictions",
    "contact": "email",
}
PURPOSES: Mapping[str, Sequence[str]] = {
    "analytics": ("audience-measurement",),
    "statistics": ("audience-measurement",),
    "measurement": ("audience-measurement", "ad-measurement"),
    "performance": ("performance-monitoring", "audience-measurement"),
    "marketing": ("advertising", "retargeting"),
    "ads": ("advertising",),
    "targeting": ("advertising", "retargeting"),
    "remarketing": ("retargeting",),
    "functional": ("interface-customisation", "session-state"),
    "preferences": ("interface-customisation", "language"),
    "necessary": ("session-state", "security"),
    "essential": ("session-state", "security"),
    "consent": ("consent-choice",),
    "session": ("session-state",),
    "login": ("authentication",),
    "csrf": ("csrf-protection",),
    "fraud": ("fraud-prevention",),
    "basket": ("shopping-basket",),
    "cart": ("shopping-basket",),
    "chat": ("live-chat",),
    "social": ("social-media", "social-sharing"),
    "personalization": ("personalised-content",),
    "personalisation": ("personalised-content",),
    "video": ("embedded-content", "media-playback"),
    "tracking": ("audience-measurement", "advertising"),
}


def field_meant(word: str, known: Sequence[str]) -> str | None:
    """Give the field of some that people call by a word."""
    found = FIELDS.get(word.lower().replace("_", "-"))
    return found if found in known else None


def purposes_meant(word: str, known: Sequence[str]) -> Sequence[str]:
    """Give the purposes among some words that people may mean by a word."""
    return [one for one in PURPOSES.get(word.lower(), ()) if one in known]
