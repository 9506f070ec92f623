"""Rulings of courts, each written once."""

from policylint.law.citation import Provision
from policylint.law.instruments import (
    BVWG_ORF,
    OLG_KOELN,
    PLANET49,
)

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
