"""`policylint init --from`: what files tell and the catalogue is sure of, and nothing else."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Run

SECRET = "GA1.2.planted-value"  # noqa: S105 - it must not come out
SITE = (
    *("--site", "https://www.shop.example", "--name", "Shop", "--jurisdiction", "FR"),
    *("--language", "fr", "--controller", "Shop SAS", "--country", "FR"),
    *("--email", "privacy@shop.example"),
)
TABLE = (
    "name,provider,category,purpose,duration,type,domain\n"
    "basket,Shop SAS,necessary,Keeps the basket.,7 days,cookie,\n"
    "_ga,Google Analytics,statistics,Counts visits.,,cookie,\n"
)


def answer(url: str, *cookies: str) -> dict[str, Any]:
    headers = [{"name": "Date", "value": "Mon, 23 Nov 2026 00:00:00 GMT"}]
    headers += [{"name": "Set-Cookie", "value": cookie} for cookie in cookies]
    return {
        "startedDateTime": "2026-11-23T00:00:00.000Z",
        "time": 1,
        "request": {"method": "GET", "url": url, "headers": [], "cookies": []},
        "response": {"status": 200, "headers": headers, "cookies": [], "content": {}},
        "pageref": "page_1",
    }


def recording(*entries: dict[str, Any]) -> str:
    page = {"id": "page_1", "title": "https://www.shop.example/", "startedDateTime": ""}
    page["startedDateTime"] = "2026-11-23T00:00:00.000Z"
    creator = {"name": "Firefox", "version": "130"}
    return json.dumps(
        {"log": {"version": "1.2", "creator": creator, "pages": [page], "entries": list(entries)}}
    )


VISIT = recording(
    answer(
        "https://www.shop.example/",
        f"_ga={SECRET}; Max-Age=34128000; Path=/; Secure; SameSite=Lax",
        f"_ga_ABC123={SECRET}; Max-Age=34128000; Path=/",
        f"visit_3f2a9c4e5b6d7081={SECRET}; Path=/",
        f"sid={SECRET}; HttpOnly",
    ),
    answer(
        "https://px.ads.linkedin.com/collect",
        f"zz={SECRET}; Domain=.linkedin.com; Expires=Thu, 23 Nov 2028 00:00:01 GMT",
    ),
    answer("https://www.googletagmanager.com/gtm.js"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "visit.har").write_text(VISIT, encoding="utf-8")
    return tmp_path


def entries(folder: Path) -> dict[str, dict[str, Any]]:
    data = yaml.load((folder / "cookies.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return {one["name"]: one for one in data["cookies"]}


def text_of(folder: Path) -> str:
    return (folder / "cookies.yaml").read_text("utf-8")


def test_evidence_becomes_entries_with_what_was_set(run: Run, folder: Path) -> None:
    done = run("init", "--from", "visit.har", *SITE)
    found = entries(folder)

    assert (done.code, done.err) == (0, "")
    assert found["_ga"] == {
        "name": "_ga",
        "category": "improvement",
        "purposes": ["audience-measurement"],
        "lifetime": "395 days",
        "vendor": "google-analytics",
        "party": "first",
        "host_only": "true",
        "set_by": "http",
        "secure": "true",
        "http_only": "false",
        "same_site": "Lax",
        "partitioned": "false",
    }
    assert found["sid"].keys() & {"category", "purposes", "vendor"} == set()
    assert found["zz"]["domain"] == "linkedin.com"
    assert found["zz"]["lifetime"] == "731 days"


def test_names_made_for_one_visitor_become_patterns(run: Run, folder: Path) -> None:
    run("init", "--from", "visit.har", *SITE)

    assert set(entries(folder)) == {"_ga", "_ga_*", "visit_*", "sid", "zz"}


def test_no_value_of_a_cookie_comes_out(run: Run, folder: Path) -> None:
    done = run("init", "--from", "visit.har", *SITE)

    assert "planted" not in text_of(folder) + done.out + done.err
    assert "3f2a9c4e5b6d7081" not in text_of(folder) + done.out


def test_comments_say_where_facts_are_from_and_what_is_asked_for(run: Run, folder: Path) -> None:
    run("init", "--from", "visit.har", *SITE)
    text = text_of(folder)

    assert "  - name: _ga  # seen in visit.har\n" in text
    assert re.search(r"category: improvement  # catalogue: .*, \d{4}-\d\d-\d\d: analytics\n", text)
    assert "# lifetime: as Max-Age set it (34,128,000 seconds)\n" in text
    assert "# name: the catalogue's pattern (" in text
    assert "name: Shop  # --name\n" in text
    assert "TODO" not in text
    assert "www.googletagmanager.com of " in text


def test_the_source_of_the_catalogue_is_told_once_an_entry(run: Run, folder: Path) -> None:
    run("init", "--from", "visit.har", *SITE)
    entry = text_of(folder).partition("  - name: _ga  #")[2].partition("  - name:")[0]

    assert entry.count("# catalogue: ") == 1
    assert "    purposes: [audience-measurement]\n" in entry
    assert "    vendor: google-analytics  # catalogue, as above\n" in entry


def test_a_broken_program_is_told_by_its_line(run: Run, folder: Path) -> None:
    (folder / "klaro.js").write_text("var klaroConfig = {services: [", encoding="utf-8")
    done = run("init", "--from", "klaro.js")

    assert (done.code, done.out) == (3, "")
    assert done.err == "policylint: klaro.js line 1: no '}' closes what begins here\n"


def test_a_table_and_a_recording_complete_each_other(run: Run, folder: Path) -> None:
    done = run("init", "--from", "table.csv", "--from", "visit.har", *SITE)
    found = entries(folder)

    assert done.code == 0
    assert found["_ga"]["description"] == "Counts visits."
    assert found["_ga"]["lifetime"] == "395 days"
    assert found["basket"]["category"] == "essential"
    assert "_ga_*" in found


def test_the_findings_that_the_comments_name_are_what_check_finds(run: Run, folder: Path) -> None:
    ga = recording(answer("https://www.shop.example/", "_ga=1; Max-Age=34128000"))
    (folder / "visit.har").write_text(ga, encoding="utf-8")
    run("init", "--from", "visit.har", *SITE)
    asked = set(re.findall(r"\(([A-Z]{3}\d{3})\)", text_of(folder)))

    report = json.loads(run("check", "--format", "json").out)

    assert asked == {"INV001", "CLS001", "INV007", "CLS009", "INV009"}
    assert asked <= {one["code"] for one in report["findings"] if one["cookie"] == "_ga"}
    assert not any(one["code"].startswith("DOC") for one in report["findings"])


def test_facts_of_the_site_that_nobody_told_are_asked_for(run: Run, folder: Path) -> None:
    done = run("init", "--from", "table.csv")
    text = text_of(folder)

    assert done.code == 0
    assert "\nsite:" not in text
    assert (
        "# site: name, url, jurisdictions, languages not known here; 'policylint check' asks for it"
        " (DOC002)\n"
    ) in text
    found = {one["code"] for one in json.loads(run("check", "--format", "json").out)["findings"]}
    assert "DOC002" in found


def test_what_a_jar_has_left_is_no_lifetime(run: Run, folder: Path) -> None:
    cookie = {"name": "_x", "value": SECRET, "domain": ".shop.example", "path": "/"}
    flags = {"expires": 1_830_000_000.5, "httpOnly": False, "secure": True, "sameSite": "Lax"}
    session = {**cookie, **flags, "name": "_y", "expires": -1}
    state = {"cookies": [{**cookie, **flags}, session], "origins": []}
    (folder / "state.json").write_text(json.dumps(state), encoding="utf-8")

    run("init", "--from", "state.json", *SITE)

    found = entries(folder)
    assert "lifetime" not in found["_x"]
    assert found["_y"]["lifetime"] == "session"
    assert "planted" not in text_of(folder)


def test_an_existing_file_is_never_touched(run: Run, folder: Path) -> None:
    (folder / "cookies.yaml").write_text("mine", encoding="utf-8")

    done = run("init", "--from", "table.csv", *SITE)

    assert (done.code, done.err) == (
        3,
        "policylint: cookies.yaml exists already; nothing was written\n",
    )
    assert text_of(folder) == "mine"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--country", "Atlantis"), "--country holds 'Atlantis'; expected a country code"),
        (("--site", "shop.example"), "--site holds 'shop.example'; expected a link"),
        (("--language", "f_r"), "--language holds 'f_r'; expected a language tag"),
        (
            ("--language", "fr", "--language", "xx-nope"),
            "--language holds 'xx-nope': 'xx' is no language; expected a BCP 47 tag such as 'fr'",
        ),
    ],
)
def test_an_option_that_no_inventory_takes_is_refused(
    run: Run, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run("init", "--from", "table.csv", *arguments)

    assert done.code == 2
    assert done.err.startswith(f"policylint: {message}")
    assert not (folder / "cookies.yaml").exists()


def test_facts_without_a_file_are_refused(run: Run, folder: Path) -> None:
    done = run("init", *SITE)

    assert done.code == 2
    assert "expected --from FILE too" in done.err
    assert not (folder / "cookies.yaml").exists()


@pytest.mark.parametrize(
    "content", ["nothing to start from", "{}", "[1, 2]", '{"log": {"entries": [', ""]
)
def test_a_file_that_is_nothing_to_start_from_is_told_in_one_sentence(
    run: Run, folder: Path, content: str
) -> None:
    (folder / "odd").write_text(content, encoding="utf-8")

    done = run("init", "--from", "odd", *SITE)

    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("policylint: odd")
    assert len(done.err.splitlines()) == 2
    assert not (folder / "cookies.yaml").exists()


def test_a_table_comes_from_standard_input_too(run: Run, folder: Path) -> None:
    done = run("init", "--from", "-", *SITE, stdin=TABLE.encode())

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("<stdin> (table in a CSV file): 2 cookies read, ")
    assert set(entries(folder)) == {"basket", "_ga"}


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    done = run("init", "--from", "no.har", *SITE)

    assert (done.code, done.out) == (3, "")
    assert done.err == "policylint: no.har does not exist; expected a file to start from\n"


def test_a_jurisdiction_without_a_pack_is_refused_before_anything_is_written(
    run: Run, folder: Path
) -> None:
    done = run("init", "--from", "jar.json", "--jurisdiction", "ZZ", "first.yaml", cwd=folder)

    assert done.code == 2
    assert "no pack for 'ZZ'" in done.err
    assert not (folder / "first.yaml").exists()
