"""Rules about the claim of an entry against its purposes, and exemptions."""
