"""What authorities and courts say of asking, proving and withdrawing consent, each written once."""

from policylint.law.authority_texts import (
    AEPD_COOKIES,
    AP_BANNERS,
    HDPA_2020,
)
from policylint.law.citation import Provision
from policylint.law.consent_texts import (
    CNIL_2025_131,
    CNIL_SAN_2025_005,
    CNIL_WALLS,
    CONSEIL_ETAT_434684,
    DSK_PUR,
    EDPB_BY_DESIGN,
    EDPB_DECEPTIVE,
    EDPB_PAY,
    EPRIVACY_2009,
    IAB_EUROPE,
    ICO_PAY,
    ORANGE_ROMANIA,
    TCF_POLICIES,
    VG_HANNOVER,
)
from policylint.law.instruments import (
    CNIL_2020_092,
    EDPB_CONSENT,
)
from policylint.law.jurisdictions import DE, EEA, ES, FR, GR, NL, UK

# Courts.
ORANGE_ROMANIA_PROOF = Provision(instrument=ORANGE_ROMANIA, force="court", verified="known")
IAB_TC_STRING = Provision(instrument=IAB_EUROPE, force="court", verified="read", within=EEA)
VG_HANNOVER_REJECT = Provision(
    instrument=VG_HANNOVER, force="court", verified="secondary", within=DE
)
CONSEIL_ETAT_WALLS = Provision(
    instrument=CONSEIL_ETAT_434684, force="court", verified="read", within=FR
)

# France.
CNIL_092_PURPOSES = Provision(
    instrument=CNIL_2020_092, article="2.1", force="guidance", verified="read", within=FR
)
CNIL_092_CONTROLLERS = Provision(
    instrument=CNIL_2020_092, article="2.3", force="guidance", verified="read", within=FR
)
CNIL_092_3 = Provision(
    instrument=CNIL_2020_092, article="3", force="guidance", verified="read", within=FR
)
CNIL_092_4 = Provision(
    instrument=CNIL_2020_092, article="4", force="guidance", verified="read", within=FR
)
# Six months for a yes and for a no: a good practice, in no article of its own.
CNIL_092_CHOICES = Provision(instrument=CNIL_2020_092, force="guidance", verified="read", within=FR)
CNIL_CROSS_DEVICE = Provision(
    instrument=CNIL_2025_131, force="guidance", verified="read", within=FR
)
CNIL_WALL_CRITERIA = Provision(instrument=CNIL_WALLS, force="guidance", verified="known", within=FR)
CNIL_SHEIN = Provision(
    instrument=CNIL_SAN_2025_005, force="authority", verified="secondary", within=FR
)

# Other authorities.
AEPD_VALIDITY = Provision(
    instrument=AEPD_COOKIES, section="§3.2.8", force="guidance", verified="read", within=ES
)
AP_WITHDRAWAL = Provision(
    instrument=AP_BANNERS,
    section="standard on withdrawal",
    force="guidance",
    verified="read",
    within=NL,
)
DSK_SUBSCRIPTIONS = Provision(instrument=DSK_PUR, force="guidance", verified="known", within=DE)
HDPA_SAME_CLICKS = Provision(
    instrument=HDPA_2020, section="C4, C7", force="guidance", verified="read", within=GR
)
ICO_CONSENT_OR_PAY = Provision(instrument=ICO_PAY, force="guidance", verified="known", within=UK)

# Recitals bind nobody by themselves.
EPD09_RECITAL_66 = Provision(
    instrument=EPRIVACY_2009, section="recital 66", force="guidance", verified="read"
)

# All authorities of the European Economic Area together.
EDPB_CONSENT_PROOF = Provision(
    instrument=EDPB_CONSENT, section="§5.1", force="guidance", verified="known"
)
EDPB_CONSENT_WALL = Provision(
    instrument=EDPB_CONSENT, section="¶39-41", force="guidance", verified="known"
)
EDPB_DECEPTIVE_DESIGN = Provision(instrument=EDPB_DECEPTIVE, force="guidance", verified="known")
EDPB_AS_DECLARED = Provision(
    instrument=EDPB_BY_DESIGN, section="¶69-70", force="guidance", verified="read"
)
EDPB_CONSENT_OR_PAY = Provision(instrument=EDPB_PAY, force="guidance", verified="read", within=EEA)

# Not law: what the members of the framework owe each other.
TCF_VERSION = Provision(instrument=TCF_POLICIES, force="technical", verified="secondary")
