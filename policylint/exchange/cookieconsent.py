"""vanilla-cookieconsent, versions 2 and 3: categories, what each clears, and tables of cookies."""

from policylint.exchange.cookieconsent_entries import Entries
from policylint.exchange.cookieconsent_notice import read_notice, read_own_cookie
from policylint.exchange.cookieconsent_shape import Shape, shape_of
from policylint.exchange.draft import Draft
from policylint.exchange.scribe import Scribe
from policylint.exchange.source import Source
from policylint.exchange.unreadable import UnreadableError

TITLE = "vanilla-cookieconsent configuration"


def recognises(source: Source) -> bool:
    """Tell a configuration by its categories and the texts in several languages."""
    return any(shape_of(node) is not None for node in source.objects)


def read(source: Source) -> Draft:
    """Read the tables, what is cleared, and how the banner asks."""
    shapes = [shape for node in source.objects if (shape := shape_of(node)) is not None]
    if not shapes:
        raise source.flaw or UnreadableError(0, "no configuration of the platform stands here")
    shape = max(shapes, key=lambda one: one.root.span.end - one.root.span.start)
    scribe = Scribe(source, f"{TITLE}, version {shape.version}")
    for other in shapes:
        if other is not shape:
            scribe.leave_out("a second configuration", "only the largest one is read", other.root)
    _compare_languages(scribe, shape)
    Entries(scribe, shape).read()
    read_own_cookie(scribe, shape)
    read_notice(scribe, shape)
    return scribe.draft


def _compare_languages(scribe: Scribe, shape: Shape) -> None:
    """Tell which languages list fewer cookies than the one that is read."""
    main = shape.main
    if main is None:
        scribe.fault("IMP005", shape.root, "the texts of the banner are not written in the file")
        return
    rows = sum(len(section.rows) for section in main.sections)
    for other in shape.languages:
        count = sum(len(section.rows) for section in other.sections)
        if count < rows:
            scribe.leave_out(
                f"the language '{other.tag}'",
                f"its tables have {count} rows where those of '{main.tag}' have {rows}",
                other.node,
            )
