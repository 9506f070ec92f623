"""The run: which rules, on which files, and what they found at which line."""
