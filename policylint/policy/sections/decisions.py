"""Profiles for advertising, and decisions that no person takes."""

from collections.abc import Iterator

from policylint.model.traits import is_personal
from policylint.policy.blocks import Block
from policylint.policy.writer import Writer


def decisions(writer: Writer) -> Iterator[Block]:
    """Explain each automated decision: its logic, and what it means for the visitor."""
    cookies = writer.inventory.cookies
    profiles = [one for one in cookies if one.profiling and one.profiling.advertising]
    if profiles:
        names = writer.join([writer.code(one) for one in profiles])
        yield writer.paragraph("decisions.advertising", cookies=names)
    for index, cookie in enumerate(cookies):
        profiling = cookie.profiling
        if profiling is None or not profiling.automated_decisions:
            continue
        yield writer.paragraph("decisions.automated", cookie=writer.code(cookie))
        for field, clause, text in (
            ("logic", "the logic of the decisions", profiling.logic),
            ("effects", "the effects of the decisions", profiling.effects),
        ):
            found = writer.sentence(text, clause, "cookies", index, "profiling", field)
            if found is not None:
                yield writer.paragraph(f"decisions.{field}", text=found)
    profiled = [one.profiling for one in cookies if is_personal(one)]
    if profiled and all(one and one.automated_decisions is False for one in profiled):
        yield writer.paragraph("decisions.none")
