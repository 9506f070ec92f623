from pathlib import Path

import pytest

from policylint.errors import InputError
from policylint.lint.files import read_bytes


@pytest.mark.parametrize(
    ("content", "read"), [(b"", b""), (b"abc", b"abc"), (b"abcd", b"abcd"), (b"abcdef", b"abcde")]
)
def test_one_byte_above_the_limit_tells_that_there_is_more(
    tmp_path: Path, content: bytes, read: bytes
) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)

    assert read_bytes(str(path), 4) == read


def test_a_file_whose_size_is_not_told_is_read_whole() -> None:
    whole = Path("/proc/version").read_bytes()

    assert Path("/proc/version").stat().st_size == 0
    assert read_bytes("/proc/version", 10_000) == whole
    assert read_bytes("/proc/version", 10) == whole[:11]


def test_an_empty_path_is_named_as_what_it_is() -> None:
    with pytest.raises(InputError, match="an empty path was given; expected an inventory"):
        read_bytes("", 4)
