from policylint.report.explanation import explain


def test_the_sections_of_a_docstring_are_told_apart() -> None:
    told = explain("""A fault.

    ## Why it matters
    First line,
    second line.

    ## How to fix it
    - one
      still one
    - two
    """)

    assert told.summary == "A fault."
    assert told.why == "First line,\nsecond line."
    assert told.cure == "- one\n  still one\n- two"


def test_sections_that_are_not_written_are_empty() -> None:
    told = explain("A fault.")

    assert (told.summary, told.why, told.cure) == ("A fault.", "", "")


def test_nothing_gives_nothing() -> None:
    told = explain("")

    assert (told.summary, told.why, told.cure) == ("", "", "")


def test_other_headings_are_left_out() -> None:
    told = explain("A fault.\n\n## Notes\nAside.\n\n## How to fix it\nCure.")

    assert told.cure == "Cure."
