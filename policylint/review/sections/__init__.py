"""The sections of the report for legal review, in the order of reading."""
