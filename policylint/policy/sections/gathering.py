"""What data the cookies gather."""

from collections.abc import Iterator

from policylint.model.cookie import Cookie
from policylint.model.traits import is_personal
from policylint.policy.blocks import Block, BulletList, Code, Paragraph, Spans, Strong
from policylint.policy.writer import Writer


def data(writer: Writer) -> Iterator[Block]:
    """List the data by category of cookie, and the special categories with their condition."""
    cookies = writer.inventory.cookies
    lines: list[Spans] = []
    for category in ("essential", "improvement"):
        kinds = [kind for one in cookies if one.category == category for kind in one.data]
        if kinds:
            name = Strong(writer.term("category", category))
            gathered = writer.terms("data-kind", kinds)
            lines.append(writer.say("data.by-category", category=name, data=gathered))
    for index, cookie in enumerate(cookies):
        if is_personal(cookie) and not cookie.data:
            writer.leave_out("the data", ("cookies", index, "data"))
    if lines:
        yield writer.paragraph("data.intro")
        yield BulletList(tuple(lines))
    yield from _none(writer)
    for index, cookie in enumerate(cookies):
        yield from _special(writer, index, cookie)


def _none(writer: Writer) -> Iterator[Block]:
    plain: list[Code] = []
    for index, cookie in enumerate(writer.inventory.cookies):
        if cookie.personal_data is not False:
            continue
        if cookie.not_personal_because is None:
            plain.append(writer.code(cookie))
            continue
        place = ("cookies", index, "not_personal_because")
        reason = writer.sentence(
            cookie.not_personal_because, "the reason for the impersonal data", *place
        )
        if reason is None:
            plain.append(writer.code(cookie))
        else:
            yield writer.paragraph("data.none-because", cookie=writer.code(cookie), reason=reason)
    if plain:
        yield writer.paragraph("data.none", cookies=writer.join(plain))


def _special(writer: Writer, index: int, cookie: Cookie) -> Iterator[Block]:
    here = ("cookies", index)
    named = [
        writer.sentence(text, "a special category", *here, "special_categories", number)
        for number, text in enumerate(cookie.special_categories)
    ]
    categories = [one for one in named if one is not None]
    if categories:
        listed = writer.join(categories)
        spans = writer.say("data.special", cookie=writer.code(cookie), categories=listed)
        place = (*here, "special_condition")
        condition = writer.sentence(cookie.special_condition, "the condition of Article 9", *place)
        yield Paragraph(spans)
        if condition is not None:
            yield writer.paragraph("data.condition", condition=condition)
    if cookie.masking is not None:
        masking = writer.sentence(cookie.masking, "the masking of recordings", *here, "masking")
        if masking is not None:
            yield writer.paragraph("data.masking", cookie=writer.code(cookie), masking=masking)
