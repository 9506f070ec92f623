import pytest

from policylint.source.load import load


def fault(text: str) -> tuple[int, int, str, str]:
    document = load("cookies.yaml", text.encode())
    (flaw,) = document.flaws
    assert (document.data, flaw.kind) == (None, "syntax-error")
    return *document.position(flaw.span.start), document.text[slice(*flaw.span)], flaw.message


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "--- # x"]
)
def test_a_file_without_a_node_is_empty(text: str) -> None:
    assert fault(text)[3] == "the file is empty; expected a mapping"


def test_a_file_that_says_null_has_no_data_and_no_fault() -> None:
    document = load("cookies.yaml", b"null\n")

    assert (document.data, document.flaws) == (None, ())


def test_document_marks_around_one_document_are_read() -> None:
    document = load("cookies.yaml", b"%YAML 1.2\n# one\n---\na: 1\n...\n# end\n")

    assert (document.data, document.flaws) == ({"a": 1}, ())


def test_a_second_document_is_shown_where_it_begins() -> None:
    message = "a second document begins; expected one document a file"

    assert fault("a: 1\n---\nb: 2\n") == (2, 1, "---", message)
    assert fault("a: 1\n---\n") == (2, 1, "---", message)


@pytest.mark.parametrize("version", ["1.1", "1.0", "1.3", "2.0", "1.2 x"])
def test_another_version_of_yaml_is_not_read(version: str) -> None:
    assert fault(f"# top\n%YAML {version}\n---\na: 1\n") == (
        2,
        1,
        f"%YAML {version}",
        f"'%YAML {version}' is not read; expected '%YAML 1.2' or none",
    )


@pytest.mark.parametrize("line", ["%TAG ! tag:example.com,2000:", "%FOO bar", "%TAG x", "%x"])
def test_other_directives_are_not_read(line: str) -> None:
    word = line.split(maxsplit=1)[0]

    assert fault(f"%YAML 1.2\n{line}\n---\na: 1\n") == (
        2,
        1,
        word,
        f"the directive '{word}' is not read; remove it",
    )


@pytest.mark.parametrize("text", ["--- >\n# x\n", "|+\r\n\r\n# x", "--- |\n  \n# x\n  y: 1\n"])
def test_what_some_readers_take_for_text_and_others_for_a_comment_is_refused(text: str) -> None:
    document = load("cookies.yaml", text.encode())

    assert document.data is None
    assert [flaw.kind for flaw in document.flaws] == ["syntax-error"]


def test_a_document_may_be_one_indented_text() -> None:
    document = load("cookies.yaml", b"--- |\n\n  # x\n# end\n")

    assert (document.data, document.flaws) == ("\n# x\n", ())


def test_a_directive_needs_a_document() -> None:
    assert fault("%YAML 1.2") == (
        1,
        1,
        "%YAML 1.2",
        "a directive without a document; expected '---' after it",
    )
