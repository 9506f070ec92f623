"""Technical specifications, and policylint's own checks."""

from policylint.law.citation import Provision
from policylint.law.instruments import (
    FORMAT,
    HOUSE,
    RFC6265BIS,
    YAML12,
)

COOKIE_ATTRIBUTES = Provision(instrument=RFC6265BIS, force="technical", verified="read")
YAML_SYNTAX = Provision(instrument=YAML12, force="technical", verified="read")
INVENTORY_FORMAT = Provision(instrument=FORMAT, force="house", verified="read")
HOUSE_CHECK = Provision(instrument=HOUSE, force="house", verified="read")
