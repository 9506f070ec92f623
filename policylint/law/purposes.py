"""The purposes: what the law makes of each, and to which display group it belongs.

`eprivacy` is `exempt` where the purpose alone carries an essential claim, `depends` where it does
so only on a fact stated in `requested`, `never` where consent is needed everywhere. `limb` is the
limb of art. 5(3) that can carry it; None means that only a national exemption helps. `own_rule`
is the rule that speaks of the purpose instead of CLS002, CLS003 or CLS005.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from policylint.model.terms import Group, Limb, Purpose


class PurposeLaw(NamedTuple):
    """What the law makes of one purpose."""

    group: Group
    eprivacy: Literal["exempt", "depends", "never"]
    limb: Limb | None
    own_rule: str | None = None

    @property
    def without_limb(self) -> bool:
        """Tell whether no limb of art. 5(3) carries it and no rule of its own judges it."""
        return self.limb is None and self.own_rule is None


PURPOSES: Mapping[Purpose, PurposeLaw] = {
    "authentication": PurposeLaw("necessary", "exempt", "requested-service"),
    "security": PurposeLaw("necessary", "exempt", "requested-service"),
    "csrf-protection": PurposeLaw("necessary", "exempt", "requested-service"),
    "bot-detection": PurposeLaw("necessary", "depends", "requested-service"),
    "captcha": PurposeLaw("necessary", "depends", "requested-service"),
    "fraud-prevention": PurposeLaw("necessary", "depends", "requested-service"),
    "load-balancing": PurposeLaw("necessary", "exempt", "transmission"),
    "network-management": PurposeLaw("necessary", "depends", "requested-service"),
    "session-state": PurposeLaw("necessary", "depends", "requested-service"),
    "user-input": PurposeLaw("necessary", "exempt", "requested-service"),
    "saved-items": PurposeLaw("necessary", "depends", "requested-service"),
    "shopping-basket": PurposeLaw("necessary", "exempt", "requested-service"),
    "payment": PurposeLaw("necessary", "exempt", "requested-service"),
    "media-playback": PurposeLaw("necessary", "exempt", "requested-service"),
    "consent-choice": PurposeLaw("necessary", "exempt", "requested-service"),
    "paywall-metering": PurposeLaw("necessary", "depends", "requested-service"),
    "accessibility": PurposeLaw("necessary", "depends", "requested-service", "CLS019"),
    "age-verification": PurposeLaw("necessary", "depends", "requested-service"),
    "emergency-assistance": PurposeLaw("necessary", "depends", "requested-service"),
    "feature-rollout": PurposeLaw("necessary", "depends", "requested-service"),
    "content-delivery": PurposeLaw("necessary", "depends", "requested-service"),
    "language": PurposeLaw("preferences", "depends", "requested-service", "CLS019"),
    "country-redirect": PurposeLaw("preferences", "depends", "requested-service", "CLS019"),
    "interface-customisation": PurposeLaw("preferences", "depends", "requested-service", "CLS019"),
    "display-adaptation": PurposeLaw("preferences", "depends", "requested-service"),
    "live-chat": PurposeLaw("preferences", "depends", "requested-service"),
    "embedded-content": PurposeLaw("preferences", "depends", "requested-service", "VEN013"),
    "map": PurposeLaw("preferences", "depends", "requested-service", "VEN013"),
    "web-fonts": PurposeLaw("preferences", "depends", "requested-service"),
    "push-notifications": PurposeLaw("preferences", "depends", "requested-service"),
    "survey": PurposeLaw("preferences", "depends", "requested-service"),
    "audience-measurement": PurposeLaw("statistics", "depends", None),
    "performance-monitoring": PurposeLaw("statistics", "depends", "requested-service"),
    "error-monitoring": PurposeLaw("statistics", "depends", "requested-service"),
    "ab-testing": PurposeLaw("statistics", "depends", None, "CLS021"),
    "session-replay": PurposeLaw("statistics", "never", None),
    "product-development": PurposeLaw("statistics", "never", None),
    "tag-management": PurposeLaw("statistics", "depends", "requested-service"),
    "advertising": PurposeLaw("marketing", "never", None),
    "retargeting": PurposeLaw("marketing", "never", None),
    "ad-measurement": PurposeLaw("marketing", "never", None),
    "affiliate-attribution": PurposeLaw("marketing", "never", None),
    "cashback": PurposeLaw("marketing", "depends", "requested-service"),
    "campaign-attribution": PurposeLaw("marketing", "never", None),
    "lead-generation": PurposeLaw("marketing", "never", None),
    "social-media": PurposeLaw("marketing", "never", None),
    "social-sharing": PurposeLaw("marketing", "depends", "requested-service", "CLS020"),
    "personalised-content": PurposeLaw("marketing", "never", None),
    "cross-device-linking": PurposeLaw("marketing", "never", None),
    "data-sync": PurposeLaw("marketing", "never", None),
    "market-research": PurposeLaw("marketing", "never", None),
    "click-fraud-detection": PurposeLaw("marketing", "never", None),
    "email-tracking": PurposeLaw("marketing", "depends", "requested-service", "SPC002"),
    "political-advertising": PurposeLaw("marketing", "never", None),
}
_PRIVILEGE: tuple[Group, ...] = ("necessary", "preferences", "statistics", "marketing")


def group_of(purposes: tuple[Purpose, ...], *, improvement: bool) -> Group:
    """Find the display group of an entry: the least privileged of its purposes.

    That of an improvement entry is at least `preferences`.
    """
    rank = max(_PRIVILEGE.index(PURPOSES[purpose].group) for purpose in purposes)
    return _PRIVILEGE[max(rank, 1) if improvement else rank]
