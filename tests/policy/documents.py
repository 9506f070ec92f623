"""Documents of a few blocks."""

from policylint.policy.blocks import Block, Document


def document(*blocks: Block, title: str = "Title", language: str = "en") -> Document:
    return Document(
        title=title,
        language=language,
        colon=": ",
        skip_label="skip",
        date="2026-11-23",
        version="0",
        draft=False,
        blocks=blocks,
    )
