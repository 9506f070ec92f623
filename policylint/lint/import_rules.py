"""The rules on the configuration of a consent platform: `policylint import` finds their faults."""

from collections.abc import Sequence

from policylint.law.guidance import CNIL_091_WHOLE, EDPB_BANNER_REPORT
from policylint.law.provisions import EPD_5_3, GDPR_4_11
from policylint.law.rulings import PLANET49_TICK
from policylint.law.technical import HOUSE_CHECK
from policylint.lint.builtin import house_rule
from policylint.rule import Rule, Severity

JUDGED_BY = "judged by 'policylint import'"

IMPORT_RULES: Sequence[Rule] = (
    house_rule(
        "IMP001",
        "service-prechecked",
        Severity.ERROR,
        [PLANET49_TICK, GDPR_4_11, EDPB_BANNER_REPORT],
        "The consent platform switches a service on by default that is not required.",
        "A box ticked in advance is no clear affirmative act, so it is no consent. Platforms that\n"
        "load what is on by default may even set its cookies before the visitor chose.",
        "Switch every service off by default that a visitor may refuse.",
    ),
    house_rule(
        "IMP002",
        "opt-out-mode",
        Severity.ERROR,
        [EPD_5_3, GDPR_4_11],
        "The consent platform runs services until the visitor refuses.",
        "Consent comes before access to the device. What runs until somebody objects had none.",
        "Configure the platform so that a service waits for a yes.",
    ),
    house_rule(
        "IMP003",
        "reject-hidden",
        Severity.WARNING,
        [GDPR_4_11, CNIL_091_WHOLE, EDPB_BANNER_REPORT],
        "The banner has no reject on its first layer, or one that is not equal to accept.",
        "Consent is free only if refusing is as easy. CON004 and CON005 say where that is\n"
        "an error, once the inventory declares the banner.",
        "Show a button that refuses beside the one that accepts, of the same size and weight.",
    ),
    house_rule(
        "IMP004",
        "tag-without-consent-type",
        Severity.WARNING,
        [EPD_5_3],
        "A tag of a known vendor has no consent settings, and nothing blocks it.",
        "The tag manager fires it whatever the visitor chose, unless the vendor's own code asks.",
        "Require the consent types that the tag needs, or fire it on a trigger that consent sets.",
    ),
    house_rule(
        "IMP005",
        "value-not-read",
        Severity.INFO,
        [HOUSE_CHECK],
        "A value could not be read without running the file.",
        "Configurations are data to policylint and are never run. What a program works out is not\n"
        "imported, and what was left out is not checked.",
        "Look the value up on the site and declare it in the inventory.",
    ),
    house_rule(
        "IMP006",
        "category-contradicts-catalogue",
        Severity.WARNING,
        [EPD_5_3, HOUSE_CHECK],
        "A known tracker is called necessary, or a known necessary cookie a tracker.",
        "What visitors may refuse follows from what a cookie does. A tracker among the necessary\n"
        "ones is set without consent; a necessary cookie among the others may break the site.",
        "Look at what the cookie does on your site, and move it to the category that fits. The\n"
        "catalogue knows usual cookies, not your site.",
    ),
    house_rule(
        "IMP007",
        "service-without-cookies",
        Severity.INFO,
        [HOUSE_CHECK],
        "A service of the consent platform lists no cookie.",
        "Either it stores nothing, or nobody wrote down what; the platform then clears nothing\n"
        "when consent is withdrawn. Nothing of the service is imported.",
        "List its cookies, or declare in the inventory that it only loads a resource.",
    ),
    house_rule(
        "IMP008",
        "pattern-broken",
        Severity.WARNING,
        [HOUSE_CHECK],
        "A pattern for names of cookies cannot mean what it says.",
        "A regular expression written as text matches no cookie, and square brackets match one\n"
        "character where names were meant. The platform then leaves cookies behind.",
        "Write the pattern in the form that the platform reads, and names that differ as"
        " alternatives:\n`/^(_ga|_gid)/` for `/^[_ga|_gid]/`.",
    ),
)
BY_CODE = {rule.code: rule for rule in IMPORT_RULES}
