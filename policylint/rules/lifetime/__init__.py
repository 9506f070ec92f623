"""Rules about the clocks."""
