"""Rules about completeness of an entry."""
