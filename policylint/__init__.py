"""A linter for cookie inventories: the declaration against the law and the published words."""

__version__ = "0.1.0"
