"""Say what does not fit the model as a colleague would: one sentence per fault, at its place."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from policylint.model.cookie import Cookie
from policylint.model.forms import fields, form_at, literal_words, owner
from policylint.model.inventory import Fragment
from policylint.model.read import read
from policylint.model.record import MisfitError, Record
from policylint.model.scalars import describe, is_later_version
from policylint.model.synonyms import field_meant, purposes_meant
from policylint.model.validation import errors, field_docs
from policylint.model.vendor import Vendor

Path = tuple[str | int, ...]
MOST_FAULTS = 1_000
_FEW = 9
_LONGEST_WORD = 60


class Fault(Record):
    """One value that does not fit: where, in words, and whether the key itself is the fault."""

    at: Path
    message: str
    on_key: bool = False


def faults(kind: type[Record], data: Any, most: int = MOST_FAULTS) -> list[Fault]:
    """List the faults of plain data against a record, empty where it fits.

    After so many faults in cookies the list ends, with a fault that says so.
    """
    if type(data) is dict and is_later_version(data.get("version")):
        # Whatever else differs is right there: it is not ours to judge.
        found_there = errors(kind, {"version": data["version"]})
        return _faults(kind, data, [one for one in found_there if one["loc"] == ("version",)])
    if type(data) is not dict or type(data.get("cookies")) is not list:
        return _faults(kind, data, errors(kind, data))
    frame = {**data, "cookies": []}
    if type(data.get("vendors")) is dict:
        wrong = [key for key, one in data["vendors"].items() if _is_wrong_vendor(kind, key, one)]
        frame["vendors"] = {key: data["vendors"][key] for key in wrong[:most]}
    found = _faults(kind, data, errors(kind, frame))
    of_entries = owner(kind, ("cookies",)) or Cookie
    for index, entry in enumerate(data["cookies"]):
        if read(of_entries, entry) is not None:
            continue
        if len(found) >= most:
            message = f"more entries are wrong; these are the first {most:,} faults"
            return [*found, Fault(at=("cookies", index), message=message)]
        of_entry = [
            {**error, "loc": ("cookies", index, *error["loc"])}
            for error in errors(of_entries, entry)
        ]
        found += _faults(kind, data, of_entry)
    return found


def _is_wrong_vendor(kind: type[Record], key: str, data: Any) -> bool:
    whole = Fragment if owner(kind, ("vendors", key)) is Vendor else kind
    return read(whole, {"version": 1, "vendors": {key: data}}) is None


def _faults(kind: type[Record], data: Any, errors_found: list[Any]) -> list[Fault]:
    found = [(error, _in_data(error["loc"], data)) for error in errors_found]
    misspelled = {
        (*at[:-1], nearest)
        for error, at in found
        if error["type"] == "extra_forbidden"
        and (nearest := _likeliest(str(at[-1]), tuple(fields(owner(kind, at[:-1])))))
    }
    return [
        _fault(kind, data, error, at)
        for error, at in found
        if not (error["type"] == "missing" and at in misspelled)
    ]


def _in_data(location: Iterable[str | int], data: Any) -> Path:
    # pydantic adds steps of its own (a bare mapping read as a list of one); drop what is not there.
    path: list[str | int] = []
    steps = list(location)
    for index, step in enumerate(steps):
        is_last = index == len(steps) - 1
        if type(data) is dict and (step in data or is_last):
            data = data.get(step)
        elif type(data) is list and type(step) is int and step < len(data):
            data = data[step]
        elif step != "[key]" and not (type(step) is int and type(data) is dict):
            data = None
        else:
            continue
        path.append(step)
    return tuple(path) if path[-1:] != ["[key]"] else tuple(path[:-1])


def _fault(kind: type[Record], data: Any, error: Any, at: Path) -> Fault:
    subject = _subject(kind, data, at)
    field = _field(at)
    match error["type"]:
        case "extra_forbidden":
            name = str(at[-1])
            hint = _hint(name, fields(owner(kind, at[:-1])), "fields")
            message = f"unknown field '{_short(name)}' in {subject}{hint}"
            return Fault(at=at, message=message, on_key=True)
        case "missing":
            whole = subject if _depth(at) == 1 else f"{_field(at[:-1])} of {subject}"
            expected = _expected(owner(kind, at[:-1]), str(at[-1]))
            return Fault(at=at, message=f"{whole} has no '{at[-1]}'{expected}")
        case "value_error":
            return _misfit(kind, data, error, at)
        case "literal_error":
            message = f"holds {describe(error['input'])}; {_known(error, kind, at)}"
        case "too_short":
            message = "holds an empty list; expected at least one item"
        case "list_type":
            message = f"holds {describe(error['input'])}; expected a list{_in_brackets(error)}"
        case fault_type:
            expected = _TYPES.get(fault_type, "a mapping of fields")
            message = f"holds {describe(error['input'])}; expected {expected}"
    if not at:
        return Fault(at=at, message=f"the document {message}: {_parts(kind)}")
    return Fault(at=at, message=f"{field} of {subject} {message}")


def _parts(kind: type[Record]) -> str:
    is_inventory = not hasattr(kind, "NOUN")
    return "version, site, controller, cookies" if is_inventory else ", ".join(fields(kind))


_TYPES = {"bool_type": "true or false"}


def _in_brackets(error: Any) -> str:
    given = error["input"]
    return f": [{given}]" if type(given) is str and given.replace("-", "").isalnum() else ""


def _misfit(kind: type[Record], data: Any, error: Any, at: Path) -> Fault:
    misfit: MisfitError = error["ctx"]["error"]
    on_key = error["loc"][-1] == "[key]"
    place = (*at, *misfit.within)
    subject = _subject(kind, data, place)
    field = f"the key '{_short(str(at[-1]))}'" if on_key else _field(place)
    joint = " " if misfit.message.startswith(("holds", "is ", "names")) else ": "
    return Fault(at=place, message=f"{field} of {subject}{joint}{misfit.message}", on_key=on_key)


def _known(error: Any, kind: type[Record], at: Path) -> str:
    words = literal_words(form_at(kind, at))
    if not words:
        return f"expected {error['ctx']['expected']}"
    given = error["input"]
    meant: Sequence[str] = []
    if type(given) is type(words[0]) is str:
        nearest = _nearest(given, words)
        meant = purposes_meant(given, words) or ([nearest] if nearest else [])
    if len(words) <= _FEW:
        listed = ", ".join(_quoted(word) for word in words[:-1])
        expected = f"{listed} or {_quoted(words[-1])}" if listed else _quoted(words[0])
    else:
        expected = f"one of {len(words)} known words, among them {_quoted(words[0])}"
    return f"expected {expected}" + (f"; did you mean {_either(meant)}?" if meant else "")


def _either(words: Sequence[str]) -> str:
    return " or ".join(map(_quoted, words))


def _quoted(word: Any) -> str:
    return f"'{word}'"


def _hint(name: str, known: Iterable[str], what: str) -> str:
    names = tuple(known)
    nearest = _likeliest(name, names)
    if nearest:
        return f"; did you mean '{nearest}'?"
    return f"; its {what} are {', '.join(names)}" if 0 < len(names) <= _FEW + 5 else ""


def _likeliest(name: str, names: tuple[str, ...]) -> str | None:
    return field_meant(name, names) or _nearest(name, names)


@lru_cache(maxsize=1_024)
def _nearest(word: str, known: tuple[Any, ...]) -> str | None:
    if len(word) > _LONGEST_WORD:
        return None
    names = {str(name).lower(): str(name) for name in known}
    folded = word.lower().replace("_", "-") if "-" in "".join(names) else word.lower()
    close = get_close_matches(folded, names, n=1, cutoff=0.7)
    return names[close[0]] if close else None


def _subject(kind: type[Record], data: Any, at: Path) -> str:
    match at:
        case ("cookies", int(index), *rest) if rest:
            name = _get(_get(_get(data, "cookies"), index), "name")
            return f"cookie '{_short(name)}'" if type(name) is str else f"cookie {index + 1}"
        case ("vendors", str(vendor), *rest) if rest:
            return f"vendor '{_short(vendor)}'"
        case (str(section), *rest) if rest:
            return f"'{_short(section)}'"
    return f"the {getattr(kind, 'NOUN', 'inventory')}"


def _depth(at: Path) -> int:
    return len(at) - (2 if at[:1] in {("cookies",), ("vendors",)} and len(at) > 1 else len(at) > 1)


def _field(at: Path) -> str:
    if len(at) > 1 and not _depth(at):
        return f"item {at[-1] + 1}" if type(at[-1]) is int else f"'{_short(str(at[-1]))}'"
    parts = at[len(at) - _depth(at) :]
    if parts and type(parts[0]) is int:  # in a section that is a list
        within = f"item {parts[0] + 1}"
        return f"{_field(parts)} of {within}" if len(parts) > 1 else within
    words = ""
    for part in parts:
        words += f" (item {part + 1})" if type(part) is int else f".{_short(str(part))}"
    name, item, rest = words.removeprefix(".").partition(" (item")
    return f"'{name}'{item}{rest}"


def _short(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…"


def _get(data: Any, step: str | int) -> Any:
    if type(data) is dict:
        return data.get(step)
    if type(data) is list and type(step) is int and step < len(data):
        return data[step]
    return None


def _expected(whole: type[Record] | None, name: str) -> str:
    if whole is None:
        return ""
    words = literal_words(form_at(whole, (name,)))
    if 0 < len(words) <= _FEW:
        return "; expected " + " or ".join(map(_quoted, words))
    doc = field_docs(whole)[name].rstrip(".")
    return f" ({doc[0].lower()}{doc[1:]})"
