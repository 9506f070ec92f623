"""What `policylint init --from` reads: configurations, tables and evidence, as one draft."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.errors import InputError, UsageError

Sections = Mapping[str, Mapping[str, tuple[str, Any]]]
"""Facts of the command line: section, field, the option that gave it and its value."""


def first_inventory(files: Sequence[str], given: Sections) -> tuple[str, list[str]]:
    """Write the text of a first inventory, and sentences on what is in it and what is not.

    Raises InputError, UsageError.
    """
    from policylint.cli.telling import shortened
    from policylint.exchange.first.classify import classify, gaps
    from policylint.exchange.first.finish import section_gaps, thin
    from policylint.exchange.fitting import fit
    from policylint.exchange.imported import join
    from policylint.exchange.writing import inventory_text

    told = _told(given)
    hosts = _hosts(given)
    several = [_read(file, hosts) for file in files]
    for one in several:
        fit(one.draft, says_gaps=False)
    joined, differences = join(several)
    for section, fields in told.items():
        getattr(joined, section).update(fields)
    classify(joined)
    fit(joined, says_gaps=False)
    for entry in joined.cookies:
        entry.remarks += gaps(entry)
    joined.notes += section_gaps(joined)
    thin(joined)
    left_out = [sentence for one in several for sentence in one.left_out()]
    text = inventory_text(joined, left_out, by="policylint init")
    return text, [*_summary(several), *shortened(left_out), *shortened(differences)]


def _told(given: Sections) -> dict[str, dict[str, Any]]:
    from policylint.exchange.draft import Told
    from policylint.model.read import field_misfit
    from policylint.model.site import Controller, Site

    kinds = {"site": Site, "controller": Controller}
    found: dict[str, dict[str, Any]] = {}
    for section, fields in given.items():
        found[section] = {}
        for field, (option, value) in fields.items():
            if value:
                why = field_misfit(kinds[section], field, value)
                if why is not None:
                    raise UsageError(f"{option} {why}")
                found[section][field] = Told(value, option)
    _need_real_languages(*given["site"]["languages"])
    return found


def _need_real_languages(option: str, tags: Sequence[str]) -> None:
    """Raise UsageError for a tag of no language: a first inventory is to be no guess."""
    from policylint.model.language_tags import unreal

    for tag in tags:
        why = unreal(tag)
        if why is not None:
            expected = "expected a BCP 47 tag such as 'fr' or 'pt-BR'"
            raise UsageError(f"{option} holds '{tag}': {why}; {expected}")


def _hosts(given: Sections) -> list[str]:
    from policylint.exchange.scribe import host_of

    host = host_of(given["site"]["url"][1])
    return [host] if host else []


def _read(path: str, hosts: Sequence[str]) -> Any:
    """Read a file as what it is. Raises InputError where it is neither import nor evidence."""
    import os

    from policylint.exchange.formats import PROGRAMS
    from policylint.lint.files import STDIN, shown

    if path == STDIN:
        return _imported(path, "<stdin>")
    if not os.path.lexists(path):
        raise InputError(f"{path} does not exist; expected a file to start from")
    try:
        return _imported(path, shown(path))
    except InputError as no_import:
        try:
            return _observed(path, hosts)
        except InputError as no_evidence:
            if path.lower().endswith(PROGRAMS):
                raise no_import from None
            raise InputError(no_evidence.message, f"as an import, {no_import.message}") from None


def _imported(path: str, name: str) -> Any:
    """Read a configuration, a table or a declaration. Raises InputError."""
    from policylint.exchange.decoding import MAX_BYTES, open_source
    from policylint.exchange.formats import read_draft
    from policylint.exchange.imported import Imported
    from policylint.lint.files import read_bytes

    source = open_source(name, read_bytes(path, MAX_BYTES, "a file to start from"))
    return Imported(source=source, draft=read_draft(source))


def _observed(path: str, hosts: Sequence[str]) -> Any:
    """Read evidence. Raises InputError."""
    from policylint.cli.observed import seen_in
    from policylint.evidence.read import read_evidence
    from policylint.exchange.first.seen import contacted, draft_of
    from policylint.exchange.imported import Imported
    from policylint.exchange.source import Source
    from policylint.lint.files import shown

    evidence = read_evidence([(None, path)], site_hosts=hosts, captured_at=None, vantage=None)
    seen = list(seen_in(evidence))
    titles = dict.fromkeys(one.format for one in evidence.files)
    draft = draft_of(seen, shown(path), ", ".join(titles))
    draft.notes += dict.fromkeys(limit for one in evidence.files for limit in one.limits)
    for one in evidence.files:
        for reason, count in one.left_out:
            draft.leave_out(f"{count:,} of its entries", reason)
    hosts_asked = [(one.host, one.requests) for one in evidence.contacts if one.party != "first"]
    for sentence in contacted(hosts_asked, (one.domain for one in seen if one.domain)):
        draft.leave_out(sentence, "declare it as a resource or a pixel, if it stays")
    return Imported(source=Source(shown(path), ""), draft=draft)


def _summary(several: Sequence[Any]) -> Iterator[str]:
    from policylint.cli.telling import what_was_read
    from policylint.report.wording import counted

    for one in several:
        yield what_was_read(one)
        if one.draft.faults:
            faults = counted(len(one.draft.faults), "fault")
            yield f"{one.source.path} itself has {faults}: 'policylint import' shows what and where"
