"""An organisation's own rules: CEL expressions in the configuration, or Python that it allows."""
