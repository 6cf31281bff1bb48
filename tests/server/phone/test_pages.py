"""The page as the server gives it: languages, headers, size, kind pages without a ticket."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
import structlog

from server.phone.assets import ASSETS, MARK, SCRIPT, STYLE
from server.phone.icons import FOLDER
from server.phone.pages import POLICY
from server.phone.words import LANGUAGES
from tests.house.source import ROOT
from tests.server.conftest import Served
from tests.server.phone.conftest import Gallery
from tests.server.phone.states import at_state

pytestmark = pytest.mark.asyncio(loop_scope="module")

BUDGET = 60_000


def language_of(answer: httpx.Response) -> str:
    found = re.search(r'<html lang="(\w+)" dir="(\w+)">', answer.text)
    assert found is not None, answer.text
    assert found[2] == ("rtl" if found[1] == "ar" else "ltr")
    assert answer.headers["content-language"] == found[1]
    return found[1]


async def test_every_page_is_private_strict_and_small(gallery: Gallery) -> None:
    for state, path in gallery.paths.items():
        for language in LANGUAGES:
            answer = await gallery.served.client.get(f"{path}?lang={language}")

            assert answer.status_code == (404 if state == "unknown" else 200)
            assert language_of(answer) == language
            hold_to_the_rules(answer)


def hold_to_the_rules(answer: httpx.Response) -> None:
    """What is true of every page, whatever it shows."""
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert not re.search(r"(?:https?:)?//|\sstyle=|\son\w+=|javascript:", answer.text)
    assert len(answer.content) + sum(len(one.content) for one in ASSETS.values()) < BUDGET


async def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    rules = dict(one.split(" ", 1) for one in POLICY.split("; "))

    assert rules.pop("default-src") == "'none'"
    assert rules.pop("frame-ancestors") == rules.pop("base-uri") == "'none'"
    assert set(rules.values()) == {"'self'"}


async def test_assets_are_kept_for_ever_and_named_by_their_content(served: Served) -> None:
    for one in (STYLE, SCRIPT, MARK):
        answer = await served.client.get(one.address)

        assert answer.content == one.content
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["content-type"] == one.media_type
        assert re.fullmatch(r"\w+\.[0-9a-f]{12}\.\w+", one.name)
    assert (await served.client.get("/t/assets/phone.css")).status_code == 404
    assert (await served.client.get("/t/assets/..%2fassets.py")).status_code == 404


async def test_the_address_then_the_cookie_then_the_browser_then_the_site_choose(
    served: Served,
) -> None:
    address = await at_state(served, "waiting")
    thai = {"accept-language": "fr, th;q=0.8, en;q=0.1"}

    assert language_of(await served.client.get(address, headers={"accept-language": "fr"})) == "ar"
    assert language_of(await served.client.get(address, headers=thai)) == "th"
    chosen = await served.client.get(f"{address}?lang=en", headers=thai)
    assert language_of(chosen) == "en"
    kept = chosen.headers["set-cookie"]
    assert "Path=/t" in kept
    assert "HttpOnly" in kept
    assert "SameSite=lax" in kept
    assert language_of(await served.client.get(address, headers=thai)) == "en"
    assert language_of(await served.client.get(f"{address}?lang=xx", headers=thai)) == "en"


async def test_only_languages_of_the_site_are_offered(served: Served) -> None:
    address = await at_state(served, "waiting")
    served.database.do("update site set languages = '{th,ar}'")

    answer = await served.client.get(f"{address}?lang=en")

    assert language_of(answer) == "th"
    assert "?lang=ar" in answer.text
    assert ">English</a>" not in answer.text


async def test_a_page_tells_nothing_personal(served: Served) -> None:
    who = {"user": "P-100200", "name": "Salem Secret", "mobile": "+97455512345"}
    token = (await served.enter(**who))["token"]

    told = (await served.client.get(f"/t/{token}")).text

    assert not any(word in told for word in (*who.values(), "Salem", "55512345"))


async def test_an_old_or_foreign_address_gets_a_kind_page(served: Served) -> None:
    address = await at_state(served, "done")
    served.database.do("update test_clock set shift = '30 hours'")

    for path in (address, "/t/AAAAAAAAAAAAAAAAAAAAAA", "/t/%3Cscript%3E", f"/t/{'A' * 500}"):
        answer = await served.client.get(f"{path}?lang=en")
        assert answer.status_code == 404, path
        assert "There is no number here" in answer.text
        assert "<script>" not in answer.text
    assert (await served.client.get(f"{address}/now")).status_code == 404


async def test_a_database_that_is_away_is_admitted_and_asked_again(served: Served) -> None:
    address = await at_state(served, "waiting")
    served.backend.pool.away = True

    answer = await served.client.get(f"{address}?lang=en")

    assert answer.status_code == 503
    hold_to_the_rules(answer)
    seconds = int(answer.headers["retry-after"])
    assert seconds > 0
    assert f'<noscript><meta http-equiv="refresh" content="{seconds}"></noscript>' in answer.text
    assert (await served.client.get(f"{address}/now")).status_code == 503


async def test_a_fault_of_ours_is_kind_and_the_log_names_no_ticket(served: Served) -> None:
    address = await at_state(served, "waiting")
    served.database.do("drop function dawr.read_phone")
    served.database.do(
        "create function dawr.read_phone(token text) returns jsonb language plpgsql"
        " security definer as $$ begin raise exception 'a fault of ours'; end $$"
    )

    with structlog.testing.capture_logs() as logged:
        answer = await served.client.get(f"{address}?lang=en")

    assert answer.status_code == 500
    hold_to_the_rules(answer)
    assert "One moment please" in answer.text
    assert "a fault of ours" not in answer.text
    assert [one["route"] for one in logged if one["event"] == "fault"] == ["/t/{token}"]


async def test_a_page_without_scripts_refreshes_but_a_form_waits(served: Served) -> None:
    address = await at_state(served, "waiting")

    assert 'http-equiv="refresh" content="15"' in (await served.client.get(address)).text
    assert "http-equiv" not in (await served.client.get(f"{address}/cancel")).text


async def test_the_pages_are_never_limited(served: Served) -> None:
    address = await at_state(served, "waiting")
    for _ in range(40):
        assert (await served.client.get(address)).status_code == 200
        sent = await served.client.post(f"{address}/leave", data={"key": "none"})
        assert sent.status_code == 409


async def test_the_script_is_one_that_old_phones_read() -> None:
    script = SCRIPT.content.decode()

    assert not re.search(r"=>|`|\b(?:let|const|class|async|await|import|fetch|Promise)\b", script)


async def test_every_icon_is_the_windows_own() -> None:
    windows = ROOT / "ui" / "assets" / "icons"
    strange = [name for name in drawn(FOLDER) if drawn(FOLDER)[name] != drawn(windows).get(name)]

    assert strange == []


def drawn(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.svg")}
