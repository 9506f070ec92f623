"""The typed inventory, the lifetime and the closed vocabularies. Nothing here knows of files."""
