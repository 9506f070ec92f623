"""The kinds of change, each with what follows from it.

Consent covers what visitors were told: who, what for, how long, where to (GDPR arts 4(11), 13).
What goes beyond it was not agreed to. Where no text settles what follows, a person decides.
"""

from policylint.law.consent_guidance import CNIL_092_CONTROLLERS, CNIL_092_PURPOSES
from policylint.law.guidance import EDPB_CONSENT_WHOLE
from policylint.law.provisions import (
    EPD_5_3,
    GDPR_4_11,
    GDPR_5_1_B,
    GDPR_9_2,
    GDPR_13,
    GDPR_13_1_A,
    GDPR_13_1_E,
    GDPR_13_1_F,
    GDPR_13_2_A,
    GDPR_13_3,
    GDPR_22,
)
from policylint.law.rulings import PLANET49_DURATION
from policylint.review.change import ChangeKind

PURPOSE_ADDED = ChangeKind(
    name="purpose-added",
    consequence="ask-again",
    citations=(GDPR_4_11, GDPR_5_1_B, EDPB_CONSENT_WHOLE, CNIL_092_PURPOSES),
)
PURPOSE_SPREAD = ChangeKind(
    name="purpose-spread",
    consequence="legal-decides",
    citations=(GDPR_5_1_B, GDPR_13_3),
)
PURPOSE_REMOVED = ChangeKind(
    name="purpose-removed",
    consequence="none",
)
COOKIE_ADDED = ChangeKind(
    name="cookie-added",
    consequence="legal-decides",
    citations=(GDPR_13_3, EPD_5_3),
)
EXEMPT_COOKIE_ADDED = ChangeKind(
    name="exempt-cookie-added",
    consequence="inform",
    citations=(EPD_5_3,),
)
COOKIE_REMOVED = ChangeKind(
    name="cookie-removed",
    consequence="none",
)
CONSENT_NEEDED = ChangeKind(
    name="consent-needed",
    consequence="ask-again",
    citations=(EPD_5_3,),
)
EXEMPTION_CLAIMED = ChangeKind(
    name="exemption-claimed",
    consequence="legal-decides",
    citations=(EPD_5_3,),
)
CONSENT_MODE_CHANGED = ChangeKind(
    name="consent-mode-changed",
    consequence="legal-decides",
    citations=(EPD_5_3, GDPR_4_11),
)
LIFETIME_LONGER = ChangeKind(
    name="lifetime-longer",
    consequence="ask-again",
    citations=(PLANET49_DURATION, GDPR_13_2_A),
)
EXEMPT_LIFETIME_LONGER = ChangeKind(
    name="exempt-lifetime-longer",
    consequence="inform",
    citations=(EPD_5_3,),
)
LIFETIME_SHORTER = ChangeKind(
    name="lifetime-shorter",
    consequence="none",
)
RETENTION_LONGER = ChangeKind(
    name="retention-longer",
    consequence="legal-decides",
    citations=(GDPR_13_2_A, GDPR_13_3),
)
RETENTION_SHORTER = LIFETIME_SHORTER.changed(name="retention-shorter")
VENDOR_ADDED = ChangeKind(
    name="vendor-added",
    consequence="ask-again",
    citations=(GDPR_13_1_E, EDPB_CONSENT_WHOLE, CNIL_092_CONTROLLERS),
)
EXEMPT_VENDOR_ADDED = ChangeKind(
    name="exempt-vendor-added",
    consequence="inform",
    citations=(GDPR_13_1_E,),
)
VENDOR_REMOVED = ChangeKind(
    name="vendor-removed",
    consequence="none",
)
VENDOR_CHANGED = ChangeKind(
    name="vendor-changed",
    consequence="legal-decides",
    citations=(GDPR_13_1_E, GDPR_13_3),
)
TRANSFER_ADDED = ChangeKind(
    name="transfer-added",
    consequence="ask-again",
    citations=(GDPR_13_1_F, EDPB_CONSENT_WHOLE),
)
EXEMPT_TRANSFER_ADDED = TRANSFER_ADDED.changed(
    name="exempt-transfer-added",
    consequence="inform",
)
TRANSFER_CHANGED = ChangeKind(
    name="transfer-changed",
    consequence="inform",
    citations=(GDPR_13_1_F,),
)
TRANSFER_REMOVED = ChangeKind(
    name="transfer-removed",
    consequence="none",
)
SPECIAL_CATEGORY_ADDED = ChangeKind(
    name="special-category-added",
    consequence="ask-again",
    citations=(GDPR_9_2,),
)
DATA_ADDED = ChangeKind(
    name="data-added",
    consequence="legal-decides",
    citations=(GDPR_5_1_B, GDPR_13_3),
)
USE_WIDENED = ChangeKind(
    name="use-widened",
    consequence="legal-decides",
    citations=(GDPR_5_1_B, GDPR_13_3, GDPR_22),
)
CONTROLLER_CHANGED = ChangeKind(
    name="controller-changed",
    consequence="ask-again",
    citations=(GDPR_4_11, GDPR_13_1_A, EDPB_CONSENT_WHOLE),
)
SITE_WIDENED = ChangeKind(
    name="site-widened",
    consequence="legal-decides",
    citations=(GDPR_13_3,),
)
CONSENT_FLOW_CHANGED = ChangeKind(
    name="consent-flow-changed",
    consequence="legal-decides",
    citations=(GDPR_4_11,),
)
FACT_CHANGED = ChangeKind(
    name="fact-changed",
    consequence="inform",
    citations=(GDPR_13,),
)
WORDING_CHANGED = ChangeKind(
    name="wording-changed",
    consequence="none",
)
TECHNICAL_CHANGED = ChangeKind(
    name="technical-changed",
    consequence="none",
)
