"""The cookie policy: written from the inventory as blocks, drawn as text, for Word, as a PDF."""

FORMATS = ("markdown", "html", "text", "json")
FILE_FORMATS = ("docx", "pdf")
"""Formats that are no text: they go to a file."""
