"""The command on a site with every fault, behind the real banners of three platforms."""

import pytest

from policylint.evidence.observation import Write
from tests.browser.conftest import Done, Scan
from tests.browser.site import DAY, PLANTED

PLATFORMS = {"klaro": "klaro", "vanilla": "vanilla-cookieconsent", "tarteaucitron": "tarteaucitron"}
BANNERS = [*PLATFORMS, "own"]


@pytest.fixture(scope="module", params=BANNERS)
def done(request: pytest.FixtureRequest, scan: Scan) -> Done:
    return scan(request.param)


def writes(done: Done, name: str, phase: str) -> list[Write]:
    return [one for one in done.seen(name).writes if one.phase == phase]


def test_every_choice_is_made_and_confirmed(done: Done) -> None:
    assert "Traceback" not in done.run.stderr
    assert "incomplete" not in done.run.stderr, done.run.stderr
    results = {phase.kind: phase.result for phase in done.evidence.phases}
    assert results == {
        "pre": "not-needed",
        "reject": "confirmed",
        "accept": "confirmed",
        "withdraw": "confirmed",
        "gpc": "not-needed",
    }


def test_what_leaks_before_the_choice_is_told_with_its_script(done: Done) -> None:
    (first, *_) = writes(done, "_ga", "pre")
    assert (first.mechanism, first.outcome, first.lifetime.seconds) == (
        "script",
        "stored",
        390 * DAY,
    )
    assert first.setter is not None
    assert first.setter.startswith("http://shop.localhost:")


def test_what_survives_the_withdrawal_is_told(done: Done) -> None:
    survivor = done.seen("_fbp")
    assert "withdraw" in survivor.present
    assert "pre" not in survivor.phases
    assert "reject" not in survivor.phases


def test_730_days_are_told_as_730_although_the_jar_shows_400(done: Done) -> None:
    visitor = done.seen("visitor")
    assert {one.lifetime.seconds for one in visitor.writes} == {730 * DAY}
    assert visitor.jar is not None
    assert visitor.jar.is_lower_bound
    assert visitor.jar.seconds is not None
    assert 399 * DAY < visitor.jar.seconds <= 400 * DAY


def test_a_cookie_of_a_third_party_is_stored_and_told(done: Done) -> None:
    uid = done.seen("uid")
    assert (uid.domain, uid.party, uid.host_only) == ("tracker.localhost", "third", True)
    assert {one.outcome for one in uid.writes} == {"stored"}
    assert "accept" in uid.sent


def test_a_partitioned_cookie_is_told_with_the_site_it_is_kept_for(done: Done) -> None:
    apart = done.seen("apart")
    assert (apart.domain, apart.partition) == ("tracker.localhost", "http://shop.localhost")
    assert apart.attributes.partitioned
    assert {one.outcome for one in apart.writes} == {"stored"}


def test_a_cookie_that_the_browser_refuses_is_told_with_the_reason(done: Done) -> None:
    lax = done.seen("lax")
    assert {one.outcome for one in lax.writes} == {"refused"}
    assert {one.refused_because for one in lax.writes} == {("same-site-lax",)}
    assert lax.present == frozenset()


def test_the_pixel_of_a_service_worker_is_seen(done: Done) -> None:
    requests = (done.folder / "raw" / "requests.jsonl").read_text().splitlines()
    assert any("worker-pixel.gif" in line and '"by_worker": true' in line for line in requests)
    assert done.seen("/worker.js").storage == "service-worker"


def test_storage_of_the_page_and_of_its_frame_is_told(done: Done) -> None:
    own, framed = done.seen("seen"), done.seen("frame")
    assert (own.storage, own.domain, own.party) == ("local-storage", "shop.localhost", "first")
    assert (framed.storage, framed.domain, framed.party) == (
        "local-storage",
        "tracker.localhost",
        "third",
    )
    assert "pre" in framed.present


def test_hosts_and_signals_are_told_by_phase(done: Done) -> None:
    contacts = {one.host: one for one in done.evidence.contacts}
    assert contacts["fonts.localhost"].party == "third"
    assert "pre" in contacts["fonts.localhost"].phases
    signals = {(one.host, one.gcs, one.phase) for one in done.evidence.signals}
    assert ("tracker.localhost", "G111", "accept") in signals


def test_no_value_is_anywhere_in_the_folder(done: Done) -> None:
    files = [path for path in done.folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".jsonl" for path in files)
    for path in files:
        assert PLANTED.encode() not in path.read_bytes(), path
    assert PLANTED not in done.run.stdout + done.run.stderr


def test_pictures_show_the_page_before_and_after_each_click(done: Done) -> None:
    taken = {path.name.rpartition("-")[0] for path in (done.folder / "screenshots").iterdir()}
    wanted = {"reject", "accept", "withdraw"}
    assert taken == {f"{kind}-{when}" for kind in wanted for when in ("before", "after")}


def test_every_file_of_the_folder_is_listed_with_its_hash(done: Done) -> None:
    listed = {one["path"] for one in done.document["files"]}
    found = {
        str(path.relative_to(done.folder)) for path in done.folder.rglob("*") if path.is_file()
    }
    assert found - {"evidence.json"} == listed


@pytest.mark.parametrize(("banner", "platform"), PLATFORMS.items())
def test_the_platform_is_recognised(scan: Scan, banner: str, platform: str) -> None:
    phases = {phase.kind: phase for phase in scan(banner).evidence.phases}
    assert {phases[kind].platform for kind in ("reject", "accept", "withdraw")} == {platform}


@pytest.mark.parametrize(
    ("banner", "withdraw"), [("klaro", 4), ("vanilla", 2), ("tarteaucitron", 2), ("own", 2)]
)
def test_clicks_are_counted(scan: Scan, banner: str, withdraw: int) -> None:
    actions = {one["kind"]: one["action"] for one in scan(banner).document["phases"]}
    counts = [actions[kind]["clicks"] for kind in ("reject", "accept", "withdraw")]
    assert counts == [1, 1, withdraw]


def test_a_refusal_on_the_second_layer_is_made_and_its_clicks_are_counted(scan: Scan) -> None:
    phase = next(one for one in scan("layered").evidence.phases if one.kind == "reject")
    assert [one.text for one in phase.clicks] == ["Manage", "", "Save my choices"]
    assert phase.result == "confirmed"
    assert phase.remark == "the banner shows no control to refuse on its first layer"


def test_a_banner_of_no_known_platform_is_worked_by_its_words(scan: Scan) -> None:
    phases = {phase.kind: phase for phase in scan("own").evidence.phases}
    (refused,) = phases["reject"].clicks
    assert (refused.method, refused.text) == ("text", "Continuer sans accepter →")
