from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policylint.errors import UsageError
from policylint.model.inventory import Inventory
from policylint.policy import template
from policylint.policy.blocks import Policy
from policylint.policy.template import render_template

Draw = Callable[..., str]
LOOPS = (
    "{% set r = range(1000) %}"
    + "".join(f"{{% for v{n} in r %}}" for n in range(4))
    + "{% endfor %}" * 4
)


@pytest.fixture
def draw(
    data: Any,
    tmp_path: Path,
    write: Callable[..., Policy],
    read_inventory: Callable[[Any], Inventory],
) -> Draw:
    def draw_policy(source: str, folder: str = "") -> str:
        (tmp_path / "policy.html.jinja").write_text(source, encoding="utf-8")
        place = Path(folder) if folder else tmp_path
        return render_template(place, write(data), read_inventory(data), "html")

    return draw_policy


@pytest.mark.parametrize(
    "source",
    [
        "{% for x in [1]|slice(1000000000000) %}{% endfor %}",
        LOOPS,
        "{% set a = ['x'] %}" + "{% set a = a + a %}" * 40,
        "{% set a = 'x' %}" + "{% set a = a ~ a %}" * 40,
        "{{ inventory|tojson(indent=3000000000) }}",
        "{{ [1]|batch(2000000000, 0)|list|length }}",
        "{{ ('a' ~ policy.title)|replace('a', 'b'|list|tojson)|upper }}" * 3 + LOOPS,
    ],
)
def test_a_template_without_end_is_ended(
    draw: Draw, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.setattr(template, "_MOST_SECONDS", 2)

    with pytest.raises(UsageError, match=r"^policy\.html\.jinja: .* more than 2 seconds or 1 GiB$"):
        draw(source)


@pytest.mark.parametrize(
    "source",
    [
        '{{ (1).to_bytes(3000000000, "big")|length }}',
        '{{ "a".encode()|length }}',
        '{{ "a"|attr("encode")|length }}',
        "{{ dict.fromkeys([1])|length }}",
        "{{ inventory.copy()|length }}",
    ],
)
def test_only_what_templates_need_is_allowed(draw: Draw, source: str) -> None:
    with pytest.raises(UsageError, match=r"^policy\.html\.jinja, line 1: access to attribute"):
        draw(source)


def test_what_templates_need_is_allowed(draw: Draw) -> None:
    source = (
        "{% macro m(a) %}{{ a|upper }}{{ caller() }}{% endmacro %}"
        "{% for key, value in {'a': 'b c'}.items() %}{{ loop.index }}{{ value.split()|join }}"
        "{% call m(key) %}!{% endcall %}{% endfor %}{{ (1).real is undefined }}"
    )

    assert draw(source.replace("{{ (1).real is undefined }}", "")) == "1bcA!"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (
            "".join(f"{{% for v{n} in [1] %}}" for n in range(25)) + "{% endfor %}" * 25,
            ": too many",
        ),
        ("{% if 1 %}" * 120 + "{% endif %}" * 120, ": too many"),
        ("{% macro x(a, a) %}{% endmacro %}", ": duplicate argument"),
        ("{{ dict(a=1, a=2) }}", ": keyword argument repeated"),
        ("{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}", ": the template is nested too deeply"),
        ("\n{% include 'policy.html.jinja' %}", ", line 2: the template includes or calls itself"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", ", line 1: the template includes or"),
    ],
)
def test_what_python_cannot_compile_is_named(draw: Draw, source: str, reason: str) -> None:
    with pytest.raises(UsageError) as raised:
        draw(source)

    assert raised.value.message.startswith("policy.html.jinja" + reason)


def test_a_fault_in_an_included_template_names_that_one(draw: Draw, tmp_path: Path) -> None:
    (tmp_path / "part").write_text("\n\n{{ 1 // 0 }}", encoding="utf-8")
    (tmp_path / "bad").write_text("{% macro x(a, a) %}{% endmacro %}", encoding="utf-8")

    with pytest.raises(UsageError, match=r"^part, line 3: "):
        draw("{% include 'part' %}")
    with pytest.raises(UsageError, match=r"^bad: duplicate argument"):
        draw("{% include 'bad' %}")


@pytest.mark.parametrize("name", ["n" * 300, "n" * 5_000, "loop", "a/loop", "z\\0"])
def test_a_template_that_cannot_be_there_is_missing(draw: Draw, tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")

    with pytest.raises(UsageError, match=r"^there is no template ") as raised:
        draw(f"{{% include '{name}' %}}")
    assert len(raised.value.message) < 200


@pytest.mark.parametrize("folder", ["n" * 5_000, "loop", "\0"])
def test_a_folder_that_cannot_be_there_has_no_template(
    draw: Draw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop").symlink_to("loop")

    with pytest.raises(UsageError, match=r"^there is no template 'policy\.html\.jinja' in "):
        draw("", folder)


def test_a_process_that_cannot_start_says_why(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template, "_CHILD", "raise SystemError('no room')")

    with pytest.raises(UsageError, match=r"cannot start: SystemError: no room$"):
        draw("")
