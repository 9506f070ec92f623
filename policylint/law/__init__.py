"""What the law says, as dated data: provisions, packs of jurisdictions, purposes, exemptions."""

RULE_PACK = "2026.11"
LAW_AS_OF = "2026-11-23"
