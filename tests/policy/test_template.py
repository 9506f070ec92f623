from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policylint.errors import UsageError
from policylint.model.inventory import Inventory
from policylint.policy.blocks import Policy
from policylint.policy.template import render_template

Draw = Callable[..., str]


@pytest.fixture
def draw(
    data: Any,
    tmp_path: Path,
    write: Callable[..., Policy],
    read_inventory: Callable[[Any], Inventory],
) -> Draw:
    def draw_policy(source: str, kind: str = "html") -> str:
        (tmp_path / "templates").mkdir(exist_ok=True)
        template = tmp_path / "templates" / f"policy.{kind}.jinja"
        template.write_text(source, encoding="utf-8")
        return render_template(template.parent, write(data), read_inventory(data), kind)

    return draw_policy


def test_a_template_sees_the_text_and_the_facts(draw: Draw) -> None:
    source = "{{ policy.title }}|{{ inventory.cookies[3].name }}|{{ sections.date }}"

    assert draw(source).startswith(
        'Cookie policy \u2013 Studio Ductus|_ga|<h2 id="date">Date and version</h2>'
    )


def test_a_missing_field_is_null_for_a_template(draw: Draw) -> None:
    assert draw("{{ inventory.cookies[3].note is none }}") == "True"


def test_values_are_escaped_for_the_format(draw: Draw, data: Any) -> None:
    data["cookies"][3]["name"] = "<b>*x*\x1b"
    source = "{{ inventory.cookies[3].name }}"

    assert draw(source) == "&lt;b&gt;*x*\x1b"
    assert draw(source, "markdown") == "\\<b\\>\\*x\\*\ufffd"
    assert draw(source, "text") == "<b>*x*\ufffd"


def test_the_body_is_not_escaped_twice(draw: Draw) -> None:
    assert "<h2 id=" in draw("{{ body }}")
    assert "## Your rights" in draw("{{ body }}", "markdown")


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}",
        "{{ policy.title.__class__.__mro__ }}",
        "{{ range.__globals__ }}",
        "{{ body.format(1) }}",
        "{{ 'x'.ljust(1000000000) }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 9 ** 9 }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(90000) %}{{ body }}{% endfor %}",
        "{% include 'policy.html.jinja' %}",
        "{% include '../secret' %}",
        "{% include 'link' %}",
        "{% do inventory.clear() %}",
        "{{ inventory.update({}) }}",
    ],
)
def test_a_template_cannot_leave_its_sandbox(draw: Draw, tmp_path: Path, source: str) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "link").symlink_to(tmp_path / "secret")

    with pytest.raises(UsageError):
        draw(source)


@pytest.mark.parametrize("source", ["\n{{ nothing }}", "\n{% if %}", "\n{{ 1 // 0 }}"])
def test_an_error_names_the_template_and_the_line(draw: Draw, source: str) -> None:
    with pytest.raises(UsageError, match=r"^policy\.html\.jinja, line 2: "):
        draw(source)


def test_a_missing_template_is_named(
    data: Any,
    tmp_path: Path,
    write: Callable[..., Policy],
    read_inventory: Callable[[Any], Inventory],
) -> None:
    with pytest.raises(UsageError, match=r"policy\.text\.jinja"):
        render_template(tmp_path, write(data), read_inventory(data), "text")
