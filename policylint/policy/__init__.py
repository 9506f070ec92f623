"""The cookie policy: written from the inventory as blocks, drawn as Markdown, HTML or text."""

FORMATS = ("markdown", "html", "text")
