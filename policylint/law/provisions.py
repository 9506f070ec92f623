"""Every place that a rule relies on, written once, with how it was verified."""

from policylint.law.citation import Provision
from policylint.law.instruments import (
    AEPD_AUDIENCE,
    BVWG_ORF,
    CNIL_2020_091,
    CNIL_2020_092,
    EDPB_BANNER,
    EDPB_CONSENT,
    EDPB_EXPORT,
    EDPB_INTERPLAY,
    EPRIVACY,
    FORMAT,
    GDPR,
    HOUSE,
    LIL,
    OLG_KOELN,
    PLANET49,
    RFC6265BIS,
    WP194,
    WP260,
    YAML12,
)

EPD_5_3 = Provision(instrument=EPRIVACY, article="5", paragraph="3", force="law", verified="read")
LIL_82 = Provision(
    instrument=LIL, article="82", force="law", verified="read", within=frozenset({"FR"})
)

GDPR_4_11 = Provision(instrument=GDPR, article="4", point="11", force="law", verified="known")
GDPR_5_1_A = Provision(
    instrument=GDPR, article="5", paragraph="1", point="a", force="law", verified="known"
)
GDPR_5_1_B = Provision(
    instrument=GDPR, article="5", paragraph="1", point="b", force="law", verified="known"
)
GDPR_5_1_D = Provision(
    instrument=GDPR, article="5", paragraph="1", point="d", force="law", verified="known"
)
GDPR_5_1_E = Provision(
    instrument=GDPR, article="5", paragraph="1", point="e", force="law", verified="known"
)
GDPR_6_1 = Provision(instrument=GDPR, article="6", paragraph="1", force="law", verified="known")
GDPR_7_1 = Provision(instrument=GDPR, article="7", paragraph="1", force="law", verified="known")
GDPR_12_1 = Provision(instrument=GDPR, article="12", paragraph="1", force="law", verified="known")
GDPR_13 = Provision(instrument=GDPR, article="13", force="law", verified="known")
GDPR_13_1_A = Provision(
    instrument=GDPR, article="13", paragraph="1", point="a", force="law", verified="known"
)
GDPR_13_1_C = Provision(
    instrument=GDPR, article="13", paragraph="1", point="c", force="law", verified="known"
)
GDPR_13_1_E = Provision(
    instrument=GDPR, article="13", paragraph="1", point="e", force="law", verified="known"
)
GDPR_13_1_F = Provision(
    instrument=GDPR, article="13", paragraph="1", point="f", force="law", verified="known"
)
GDPR_13_2_A = Provision(
    instrument=GDPR, article="13", paragraph="2", point="a", force="law", verified="known"
)
GDPR_26 = Provision(instrument=GDPR, article="26", force="law", verified="known")
GDPR_28 = Provision(instrument=GDPR, article="28", force="law", verified="known")
GDPR_44 = Provision(instrument=GDPR, article="44", force="law", verified="known")
GDPR_46 = Provision(instrument=GDPR, article="46", force="law", verified="known")

PLANET49_DURATION = Provision(
    instrument=PLANET49, section="operative part 3", force="court", verified="read"
)
PLANET49_TICK = Provision(
    instrument=PLANET49, section="operative part 1", force="court", verified="read"
)
OLG_KOELN_REJECT = Provision(
    instrument=OLG_KOELN, force="court", verified="secondary", within=frozenset({"DE"})
)
BVWG_ORF_REJECT = Provision(
    instrument=BVWG_ORF, force="court", verified="secondary", within=frozenset({"AT"})
)

CNIL_091_5 = Provision(
    instrument=CNIL_2020_091,
    article="5",
    section="¶50-52",
    force="authority",
    verified="read",
    within=frozenset({"FR"}),
)
CNIL_091_47 = Provision(
    instrument=CNIL_2020_091,
    section="¶47",
    force="authority",
    verified="read",
    within=frozenset({"FR"}),
)
CNIL_092_2 = Provision(
    instrument=CNIL_2020_092,
    article="2",
    force="guidance",
    verified="read",
    within=frozenset({"FR"}),
)
CNIL_092_5 = Provision(
    instrument=CNIL_2020_092,
    article="5",
    section="¶50",
    force="guidance",
    verified="read",
    within=frozenset({"FR"}),
)
# The same place, used as the limit for every cookie: that is policylint's choice, not the CNIL's.
THIRTEEN_MONTHS = Provision(
    instrument=CNIL_2020_092, article="5", section="¶50", force="house", verified="read"
)
CNIL_REJECT = Provision(
    instrument=CNIL_2020_091, force="authority", verified="secondary", within=frozenset({"FR"})
)
AEPD_CONDITIONS = Provision(
    instrument=AEPD_AUDIENCE, force="authority", verified="secondary", within=frozenset({"ES"})
)

WP194_WHOLE = Provision(instrument=WP194, force="guidance", verified="read")
WP194_3 = Provision(instrument=WP194, section="§3", force="guidance", verified="read")
WP194_4 = Provision(instrument=WP194, section="§4", force="guidance", verified="read")
WP260_VAGUE = Provision(instrument=WP260, force="guidance", verified="known")
EDPB_INTERPLAY_40 = Provision(
    instrument=EDPB_INTERPLAY, section="¶40-41", force="guidance", verified="read"
)
EDPB_BANNER_REPORT = Provision(instrument=EDPB_BANNER, force="guidance", verified="read")
EDPB_CONSENT_SCROLL = Provision(instrument=EDPB_CONSENT, force="guidance", verified="read")
EDPB_EXPORT_BROWSER = Provision(instrument=EDPB_EXPORT, force="guidance", verified="secondary")

COOKIE_ATTRIBUTES = Provision(instrument=RFC6265BIS, force="technical", verified="read")
YAML_SYNTAX = Provision(instrument=YAML12, force="technical", verified="read")
INVENTORY_FORMAT = Provision(instrument=FORMAT, force="house", verified="read")
HOUSE_CHECK = Provision(instrument=HOUSE, force="house", verified="read")
