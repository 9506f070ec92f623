"""Rules about what visitors are told about each cookie."""
