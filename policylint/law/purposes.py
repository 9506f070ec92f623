"""The purposes: what the law makes of each, and to which display group it belongs.

`eprivacy` is `exempt` where the purpose alone carries an essential claim, `depends` where it does
so only on a fact stated in `requested`, `never` where consent is needed everywhere. `limb` is the
limb of art. 5(3) that can carry it; None means that only a national exemption helps. `own_rule`
is the rule that speaks of the purpose instead of CLS002, CLS003 or CLS005. `ceiling` is the
lifetime above which an essential claim wants a reason, `tolerated` the one above which none helps;
None where there is no such figure. All but `session` are house readings: WP194 gives no number.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from policylint.model.lifetime import Lifetime
from policylint.model.terms import Group, Limb, Purpose


class PurposeLaw(NamedTuple):
    """What the law makes of one purpose."""

    group: Group
    eprivacy: Literal["exempt", "depends", "never"]
    limb: Limb | None
    own_rule: str | None = None
    ceiling: Lifetime | None = None
    tolerated: Lifetime | None = None


_ASKED: Limb = "requested-service"
_SESSION = Lifetime("session")
_DAY = Lifetime("1 day", ((1, "day"),))
_WEEK = Lifetime("7 days", ((7, "day"),))
_MONTH = Lifetime("30 days", ((30, "day"),))
_LONG_MONTH = Lifetime("31 days", ((31, "day"),))
_YEAR = Lifetime("1 year", ((1, "year"),))
_LIMIT = Lifetime("13 months", ((13, "month"),))

PURPOSES: Mapping[Purpose, PurposeLaw] = {
    "authentication": PurposeLaw("necessary", "exempt", _ASKED, None, _SESSION, _MONTH),
    "security": PurposeLaw("necessary", "exempt", _ASKED, None, _MONTH, _LIMIT),
    "csrf-protection": PurposeLaw("necessary", "exempt", _ASKED, None, _SESSION, _YEAR),
    "bot-detection": PurposeLaw("necessary", "depends", _ASKED, None, _MONTH, _LIMIT),
    "captcha": PurposeLaw("necessary", "depends", _ASKED, None, _SESSION, _MONTH),
    "fraud-prevention": PurposeLaw("necessary", "depends", _ASKED, None, _MONTH, _LIMIT),
    "load-balancing": PurposeLaw("necessary", "exempt", "transmission", None, _SESSION, _WEEK),
    "network-management": PurposeLaw("necessary", "depends", _ASKED, None, _SESSION, _DAY),
    "session-state": PurposeLaw("necessary", "depends", _ASKED, None, _SESSION, _DAY),
    "user-input": PurposeLaw("necessary", "exempt", _ASKED, None, _SESSION, _MONTH),
    "saved-items": PurposeLaw("necessary", "depends", _ASKED, None, _SESSION, _LIMIT),
    "shopping-basket": PurposeLaw("necessary", "exempt", _ASKED, None, _SESSION, _MONTH),
    "payment": PurposeLaw("necessary", "exempt", _ASKED, None, _SESSION, _LIMIT),
    "media-playback": PurposeLaw("necessary", "exempt", _ASKED, None, _SESSION, _MONTH),
    "consent-choice": PurposeLaw("necessary", "exempt", _ASKED, None, _LIMIT),
    "paywall-metering": PurposeLaw("necessary", "depends", _ASKED, None, _LONG_MONTH, _LIMIT),
    "accessibility": PurposeLaw("necessary", "depends", _ASKED, "CLS019", _SESSION, _LIMIT),
    "age-verification": PurposeLaw("necessary", "depends", _ASKED, None, _SESSION, _MONTH),
    "emergency-assistance": PurposeLaw("necessary", "depends", _ASKED, None, _SESSION, _SESSION),
    "feature-rollout": PurposeLaw("necessary", "depends", _ASKED, None, _SESSION, _WEEK),
    "content-delivery": PurposeLaw("necessary", "depends", "requested-service"),
    "language": PurposeLaw("preferences", "depends", _ASKED, "CLS019", _SESSION, _LIMIT),
    "country-redirect": PurposeLaw("preferences", "depends", _ASKED, "CLS019", _SESSION, _LIMIT),
    "interface-customisation": PurposeLaw(
        "preferences", "depends", _ASKED, "CLS019", _SESSION, _LIMIT
    ),
    "display-adaptation": PurposeLaw("preferences", "depends", _ASKED, None, _SESSION, _MONTH),
    "live-chat": PurposeLaw("preferences", "depends", _ASKED, None, _SESSION, _MONTH),
    "embedded-content": PurposeLaw("preferences", "depends", _ASKED, "VEN013", _SESSION, _MONTH),
    "map": PurposeLaw("preferences", "depends", _ASKED, "VEN013", _SESSION, _MONTH),
    "web-fonts": PurposeLaw("preferences", "depends", "requested-service"),
    "push-notifications": PurposeLaw("preferences", "depends", "requested-service"),
    "survey": PurposeLaw("preferences", "depends", _ASKED, None, _SESSION, _LIMIT),
    "audience-measurement": PurposeLaw("statistics", "depends", None),
    "performance-monitoring": PurposeLaw("statistics", "depends", _ASKED, None, _SESSION, _MONTH),
    "error-monitoring": PurposeLaw("statistics", "depends", _ASKED, None, _SESSION, _MONTH),
    "ab-testing": PurposeLaw("statistics", "depends", None, "CLS021"),
    "session-replay": PurposeLaw("statistics", "never", None),
    "product-development": PurposeLaw("statistics", "never", None),
    "tag-management": PurposeLaw("statistics", "depends", _ASKED, None, _SESSION),
    "advertising": PurposeLaw("marketing", "never", None),
    "retargeting": PurposeLaw("marketing", "never", None),
    "ad-measurement": PurposeLaw("marketing", "never", None),
    "affiliate-attribution": PurposeLaw("marketing", "never", None),
    "cashback": PurposeLaw("marketing", "depends", _ASKED, None, _MONTH, _LIMIT),
    "campaign-attribution": PurposeLaw("marketing", "never", None),
    "lead-generation": PurposeLaw("marketing", "never", None),
    "social-media": PurposeLaw("marketing", "never", None),
    "social-sharing": PurposeLaw("marketing", "depends", _ASKED, "CLS020", _SESSION, _SESSION),
    "personalised-content": PurposeLaw("marketing", "never", None),
    "cross-device-linking": PurposeLaw("marketing", "never", None),
    "data-sync": PurposeLaw("marketing", "never", None),
    "market-research": PurposeLaw("marketing", "never", None),
    "click-fraud-detection": PurposeLaw("marketing", "never", None),
    "email-tracking": PurposeLaw("marketing", "depends", "requested-service", "SPC002"),
    "political-advertising": PurposeLaw("marketing", "never", None),
}
EXEMPT = frozenset(one for one, law in PURPOSES.items() if law.eprivacy == "exempt")
DEPENDING = frozenset(one for one, law in PURPOSES.items() if law.eprivacy == "depends")
# No limb of art. 5(3) carries them, and no rule of their own judges them.
WITHOUT_LIMB = frozenset(
    one for one, law in PURPOSES.items() if law.limb is None and law.own_rule is None
)
_PRIVILEGE: tuple[Group, ...] = ("necessary", "preferences", "statistics", "marketing")


def group_of(purposes: tuple[Purpose, ...], *, improvement: bool) -> Group:
    """Find the display group of an entry: the least privileged of its purposes.

    That of an improvement entry is at least `preferences`.
    """
    rank = max(_PRIVILEGE.index(PURPOSES[purpose].group) for purpose in purposes)
    return _PRIVILEGE[max(rank, 1) if improvement else rank]
