"""Rules about proposals that are not law."""
