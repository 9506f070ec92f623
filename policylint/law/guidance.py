"""Guidelines, recommendations and decisions of authorities, each written once."""

from policylint.law.authority_texts import (
    AEPD_COOKIES,
    AP_BANNERS,
    APD_CHECKLIST,
    APD_FAQ,
    CNIL_AUDIENCE,
    CNIL_PIXELS_2026,
    CNPD_2021,
    DANISH_GUIDE,
    DPC_2020,
    DSB_FAQ,
    DSK_OH,
    EDOEB_GUIDE,
    EDPB_DEROGATIONS,
    EDPB_MEASURES,
    EDPB_PLEDGE,
    EDPB_TECHNICAL_SCOPE,
    GARANTE_231,
    GARANTE_284,
    HDPA_2020,
    ICO_STORAGE,
    IMY_2025,
    TRAFICOM_2022,
)
from policylint.law.citation import Provision
from policylint.law.instruments import (
    AEPD_AUDIENCE,
    CNIL_2020_091,
    CNIL_2020_092,
    EDPB_BANNER,
    EDPB_CONSENT,
    EDPB_EXPORT,
    EDPB_INTERPLAY,
    WP194,
    WP260,
)
from policylint.law.special_texts import WP224, WP248

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
CNIL_092_6 = Provision(
    instrument=CNIL_2020_092,
    article="6",
    force="guidance",
    verified="read",
    within=frozenset({"FR"}),
)
# The same place, used as the limit for every cookie: that is policylint's choice, not the CNIL's.
THIRTEEN_MONTHS = Provision(
    instrument=CNIL_2020_092, article="5", section="¶50", force="house", verified="read"
)
CNIL_091_WHOLE = Provision(
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
EDPB_CONSENT_WHOLE = Provision(instrument=EDPB_CONSENT, force="guidance", verified="read")
EDPB_EXPORT_BROWSER = Provision(instrument=EDPB_EXPORT, force="guidance", verified="secondary")
DSK_DIGITAL_SERVICES = Provision(
    instrument=DSK_OH, force="guidance", verified="secondary", within=frozenset({"DE"})
)
GARANTE_COOKIES = Provision(
    instrument=GARANTE_231, force="authority", verified="secondary", within=frozenset({"IT"})
)
GARANTE_PIXELS = Provision(
    instrument=GARANTE_284, force="authority", verified="secondary", within=frozenset({"IT"})
)
AEPD_GUIDE = Provision(
    instrument=AEPD_COOKIES, force="guidance", verified="secondary", within=frozenset({"ES"})
)
ICO_STORAGE_ACCESS = Provision(
    instrument=ICO_STORAGE, force="guidance", verified="read", within=frozenset({"UK"})
)
APD_COOKIE_CHECKLIST = Provision(
    instrument=APD_CHECKLIST, force="authority", verified="secondary", within=frozenset({"BE"})
)
APD_COOKIE_FAQ = Provision(
    instrument=APD_FAQ, force="authority", verified="read", within=frozenset({"BE"})
)
DPC_NOTE = Provision(
    instrument=DPC_2020, force="guidance", verified="secondary", within=frozenset({"IE"})
)
AP_COOKIE_BANNERS = Provision(
    instrument=AP_BANNERS, force="guidance", verified="secondary", within=frozenset({"NL"})
)
DSB_COOKIE_FAQ = Provision(
    instrument=DSB_FAQ, force="guidance", verified="secondary", within=frozenset({"AT"})
)
DANISH_JOINT_GUIDE = Provision(
    instrument=DANISH_GUIDE, force="guidance", verified="secondary", within=frozenset({"DK"})
)
CNPD_COOKIES = Provision(
    instrument=CNPD_2021, force="guidance", verified="secondary", within=frozenset({"LU"})
)
# What it says of walls was quoted elsewhere; sections C4 and C7 were read.
HDPA_COOKIES = Provision(
    instrument=HDPA_2020, force="guidance", verified="secondary", within=frozenset({"GR"})
)
TRAFICOM_COOKIES = Provision(
    instrument=TRAFICOM_2022, force="guidance", verified="secondary", within=frozenset({"FI"})
)
EDOEB_COOKIES = Provision(
    instrument=EDOEB_GUIDE, force="guidance", verified="read", within=frozenset({"CH"})
)
# That a site did not find out what its own tags sent was held against it.
IMY_OWN_TAGS = Provision(
    instrument=IMY_2025, force="authority", verified="read", within=frozenset({"SE"})
)
WP194_2 = Provision(instrument=WP194, section="§2", force="guidance", verified="read")
WP194_3_7 = Provision(instrument=WP194, section="§3.7", force="guidance", verified="read")
EDPB_SCOPE_CACHING = Provision(
    instrument=EDPB_TECHNICAL_SCOPE, section="¶50", force="guidance", verified="read"
)
EDPB_SUPPLEMENTARY = Provision(instrument=EDPB_MEASURES, force="guidance", verified="known")
EDPB_DEROGATION_ROUTINE = Provision(instrument=EDPB_DEROGATIONS, force="guidance", verified="known")
EDPB_MANY_PARTNERS = Provision(instrument=EDPB_PLEDGE, force="guidance", verified="secondary")
CNIL_SELF_ASSESSMENT = Provision(
    instrument=CNIL_AUDIENCE, force="guidance", verified="read", within=frozenset({"FR"})
)
WP194_LOGIN = Provision(instrument=WP194, section="§3.2", force="guidance", verified="known")
EDPB_SCOPE_WHOLE = Provision(instrument=EDPB_TECHNICAL_SCOPE, force="guidance", verified="read")
EDPB_SCOPE_RELAY = Provision(
    instrument=EDPB_TECHNICAL_SCOPE, section="¶32-34", force="guidance", verified="read"
)
EDPB_SCOPE_PIXELS = Provision(
    instrument=EDPB_TECHNICAL_SCOPE, section="¶50-51", force="guidance", verified="read"
)
EDPB_SCOPE_ADDRESS = Provision(
    instrument=EDPB_TECHNICAL_SCOPE, section="¶54-56", force="guidance", verified="read"
)
WP224_WHOLE = Provision(instrument=WP224, force="guidance", verified="secondary")
WP248_CRITERIA = Provision(instrument=WP248, force="guidance", verified="known")
# Its adoption was read; from which day it is to be followed was not.
CNIL_PIXELS = Provision(
    instrument=CNIL_PIXELS_2026, force="guidance", verified="unverified", within=frozenset({"FR"})
)
