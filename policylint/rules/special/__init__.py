"""Rules about special situations: children, sensitive data, storage that is no cookie."""
