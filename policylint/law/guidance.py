"""Guidelines, recommendations and decisions of authorities, each written once."""

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
