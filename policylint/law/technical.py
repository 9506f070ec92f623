"""Technical specifications, and policylint's own checks."""

from policylint.law.citation import Provision
from policylint.law.instruments import (
    CHIPS,
    FORMAT,
    HOUSE,
    HTML_STANDARD,
    RFC6265BIS,
    WEBKIT,
    YAML12,
)

COOKIE_ATTRIBUTES = Provision(instrument=RFC6265BIS, force="technical", verified="read")
YAML_SYNTAX = Provision(instrument=YAML12, force="technical", verified="read")
INVENTORY_FORMAT = Provision(instrument=FORMAT, force="house", verified="read")
HOUSE_CHECK = Provision(instrument=HOUSE, force="house", verified="read")
COOKIE_AGE_CAP = Provision(
    instrument=RFC6265BIS, section="§5.5", force="technical", verified="read"
)
SCRIPT_STORAGE_CAP = Provision(instrument=WEBKIT, force="technical", verified="read")
PARTITIONED_SECURE = Provision(instrument=CHIPS, force="technical", verified="read")
WEB_STORAGE = Provision(
    instrument=HTML_STANDARD, section="Web storage", force="technical", verified="known"
)
