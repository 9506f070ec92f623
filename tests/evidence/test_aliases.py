"""DNS answers tell which hosts are aliases."""

from pathlib import Path

import pytest

from policylint.errors import InputError
from policylint.evidence.aliases import MOST_BYTES, read_aliases


def aliases(folder: Path, text: str) -> dict[str, str]:
    path = folder / "dns.txt"
    path.write_text(text, encoding="utf-8")
    return dict(read_aliases(str(path)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("# nothing\n\n; comment\n", {}),
        ("Stats.A.example. 300 IN CNAME V.example.", {"stats.a.example": "v.example"}),
        ("stats.a.example v.example", {"stats.a.example": "v.example"}),
        ("a.example. 300 IN A 192.0.2.1", {"a.example": "a.example"}),
        ("a.example. 60 IN AAAA ::1\na.example. 60 IN CNAME b.example.", {"a.example": "b.example"}),
        ("a.example b.example\nb.example c.example", {"a.example": "c.example", "b.example": "c.example"}),
    ],
)  # fmt: skip
def test_the_last_name_behind_a_host_is_found(
    tmp_path: Path, text: str, expected: dict[str, str]
) -> None:
    assert aliases(tmp_path, text) == expected


def test_a_ring_of_aliases_has_an_end(tmp_path: Path) -> None:
    assert set(aliases(tmp_path, "a.example b.example\nb.example a.example")) == {
        "a.example",
        "b.example",
    }


@pytest.mark.parametrize(
    "line", ["a.example", "a.example. 300 IN MX mail.example.", "a/b c", "a.example. 300 IN CNAME"]
)
def test_a_line_that_is_no_alias_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError, match="line 2 is no alias; expected lines such as"):
        aliases(tmp_path, f"a.example b.example\n{line}\n")


def test_a_file_of_no_use_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dns.txt"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="is not UTF-8"):
        read_aliases(str(path))
    path.write_bytes(b" " * (MOST_BYTES + 1))
    with pytest.raises(InputError, match="is over 16 MiB"):
        read_aliases(str(path))
    with pytest.raises(InputError, match="cannot be read"):
        read_aliases(str(tmp_path))
    with pytest.raises(InputError, match="cannot be read"):
        read_aliases("a\0b")
