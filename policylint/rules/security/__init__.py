"""Rules about cookie attributes."""
