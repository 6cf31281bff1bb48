"""Settings: where each comes from, what is said of a wrong one, and that secrets stay secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from roles import settings
from roles.plain import Plain


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for field in settings.Settings.model_fields:
        monkeypatch.delenv(f"DAWR_{field.upper()}", raising=False)


def line_of(name: str) -> str:
    return next(line for line in settings.lines(settings.load()) if line.startswith(f"{name} = "))


def test_without_anything_set_the_defaults_are_those_of_the_contract() -> None:
    loaded = settings.load()

    assert (loaded.database_url, loaded.site, loaded.redis_url) == (None, None, None)
    assert loaded.server_url == "http://127.0.0.1:8765"
    assert (loaded.rate_limit_per_address, loaded.rate_limit_per_mobile) == (20, 3)
    assert loaded.rate_limit_per_station == 300
    assert (loaded.rate_limit_networks, loaded.trusted_proxies) == ("", "")
    assert loaded.data_dir.name == "dawr"


def test_the_environment_goes_before_the_file_and_the_file_before_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("dawr.toml").write_text('site = "east"\nrate_limit_per_mobile = 0\n')
    monkeypatch.setenv("DAWR_SITE", "west")

    assert line_of("DAWR_SITE") == "DAWR_SITE = west  (environment)"
    assert line_of("DAWR_RATE_LIMIT_PER_MOBILE") == "DAWR_RATE_LIMIT_PER_MOBILE = 0  (dawr.toml)"
    assert line_of("DAWR_SERVER_URL").endswith("(default)")


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAWR_DATABASE_URL", "")

    assert line_of("DAWR_DATABASE_URL") == "DAWR_DATABASE_URL = unset  (default)"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://u:s3cret@h/d", "postgresql://u:***@h/d"),
        ("postgresql://u:s3:cr@et@h1,h2/d", "postgresql://u:***@h1,h2/d"),
        ("postgresql://u@h/d?password=s3cret&x=1", "postgresql://u@h/d?password=***&x=1"),
        ("host=h password=s3cret user=u", "host=h password=*** user=u"),
        ("host=h password='s3 cret' user=u", "host=h password=*** user=u"),
        ("postgresql://u@h/d", "postgresql://u@h/d"),
    ],
)
def test_passwords_are_masked(monkeypatch: pytest.MonkeyPatch, address: str, shown: str) -> None:
    monkeypatch.setenv("DAWR_DATABASE_URL", address)

    assert line_of("DAWR_DATABASE_URL") == f"DAWR_DATABASE_URL = {shown}  (environment)"
    assert "s3" not in repr(settings.load())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DAWR_RATE_LIMIT_PER_ADDRESS", "-1"),
        ("DAWR_RATE_LIMIT_PER_MOBILE", "many"),
        ("DAWR_RATE_LIMIT_PER_STATION", "-5"),
        ("DAWR_RATE_LIMIT_NETWORKS", "10.0.0.0/8"),
        ("DAWR_RATE_LIMIT_NETWORKS", "10.0.0.1/8=600"),
        ("DAWR_TRUSTED_PROXIES", "proxy.clinic.example"),
        ("DAWR_WEBHOOK_NETWORKS", "10.1.0.0/33"),
        ("DAWR_SERVER_URL", "clinic"),
        ("DAWR_SERVER_URL", "ftp://clinic"),
        ("DAWR_PHONE_URL", "queue.clinic.example"),
        ("DAWR_LOG_FORMAT", "xml"),
        ("DAWR_REDIS_URL", "localhost:6379"),
        ("DAWR_REDIS_URL", "redis://localhost:port"),
    ],
)
def test_a_setting_that_cannot_be_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(Plain, match=f"^The setting {name} cannot be used: .*[^.]\\.$"):
        settings.load()


@pytest.mark.parametrize(
    "url",
    ["redis://h", "redis://h:6379/0", "rediss://:p%40ss@h:6380/1", "unix:///run/redis.sock?db=1"],
)
def test_a_redis_is_named_as_its_own_tools_name_it(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("DAWR_REDIS_URL", url)

    assert settings.load().redis_url == url
    assert "p%40ss" not in line_of("DAWR_REDIS_URL")


@pytest.mark.parametrize("content", ["site = ", "wrong = 1", "\udcff"])
def test_a_file_that_cannot_be_read_is_said_in_one_sentence(content: str) -> None:
    Path("dawr.toml").write_text(content, errors="surrogateescape")

    with pytest.raises(Plain) as refused:
        settings.load()

    assert "\n" not in str(refused.value)


def test_the_staffs_code_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAWR_KIOSK_CODE", "4711")

    shown = list(settings.lines(settings.load()))

    assert "DAWR_KIOSK_CODE = ***  (environment)" in shown
    assert not [line for line in shown if "4711" in line]


@pytest.mark.parametrize(("name", "value"), [("DAWR_KIOSK_CODE", "12a4"), ("DAWR_PRINTER", "lpt1")])
def test_a_code_or_a_printer_that_cannot_be_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(Plain, match=name):
        settings.load()


def test_networks_are_shown_as_they_were_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAWR_RATE_LIMIT_NETWORKS", "10.0.0.0/8=600, 10.9.1.1=0")

    shown = line_of("DAWR_RATE_LIMIT_NETWORKS")
    assert shown.endswith("= 10.0.0.0/8=600, 10.9.1.1=0  (environment)")
    assert line_of("DAWR_TRUSTED_PROXIES") == "DAWR_TRUSTED_PROXIES = unset  (default)"


def test_a_ticket_leads_phones_to_the_server_or_to_where_they_find_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert settings.load().follow_url("http://server:8765") == "http://server:8765/t/"

    monkeypatch.setenv("DAWR_PHONE_URL", "https://queue.clinic.example/")
    assert settings.load().follow_url("http://server:8765") == "https://queue.clinic.example/t/"
