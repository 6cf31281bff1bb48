"""The server's messages as values, and what is wrong with a message that is none."""

from __future__ import annotations

import contextlib
import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.feed import Announcement, ClinicStatus, QueueUpdate, Snapshot, StationNotice
from domain.states import ClinicState, EventKind
from domain.tickets import Clinic
from tests.ui import wire
from ui.messages import Message, Unreadable, read_catalogue, read_event

AT = dt.datetime.fromisoformat(wire.TIME)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=10), inner),
    max_leaves=10,
)


def read(kind: str, data: object) -> Message | None:
    return read_event(kind, json.dumps(data))


def read_snapshot(data: object) -> Snapshot:
    snapshot = read("connected", data)
    assert isinstance(snapshot, Snapshot)
    return snapshot


def test_connected_is_the_state_whole_with_the_last_calls() -> None:
    snapshot = read_snapshot(wire.connected(wire.call(), wire.call("L-030", room=None)))

    assert snapshot.at == AT
    assert snapshot.clinics == (
        ClinicStatus("lab", 31, "L-031", 40, 4, 1, 35, "v1", service_day=dt.date(2026, 11, 21)),
    )
    assert snapshot.calls == (
        Announcement("lab", "L-031", "3", AT),
        Announcement("lab", "L-030", None, AT),
    )


def test_a_paused_clinic_says_why_and_until_when() -> None:
    status = wire.status(state="PAUSED", reason="Machine repair", until=wire.TIME)

    snapshot = read_snapshot(wire.connected(clinics=[status]))

    assert snapshot.clinics[0].state is ClinicState.PAUSED
    assert (snapshot.clinics[0].reason, snapshot.clinics[0].until) == ("Machine repair", AT)


@pytest.mark.parametrize("before_the_first", [None, 0, "0", ""])
def test_before_the_first_call_there_is_no_current_ticket(before_the_first: object) -> None:
    status = wire.status(current=0, current_display=before_the_first)

    snapshot = read_snapshot(wire.connected(clinics=[status]))

    assert snapshot.clinics[0].current_ticket is None


@pytest.mark.parametrize("kind", ["CALLED", "RECALLED"])
def test_a_call_is_an_update_and_an_announcement(kind: str) -> None:
    update = read("queue_update", wire.update(kind))

    assert isinstance(update, QueueUpdate)
    assert (update.waiting, update.current, update.service_day) == (3, 32, dt.date(2026, 11, 21))
    assert update.announcement == Announcement("lab", "L-032", "3", AT, kind == "RECALLED")


NO_WINDOWS = {"SETTINGS_CHANGED", "STATION_APPROVED"}


@pytest.mark.parametrize("kind", sorted(NO_WINDOWS))
def test_what_no_window_shows_is_passed_over(kind: str) -> None:
    assert read("queue_update", {"type": kind, "time": wire.TIME}) is None


@pytest.mark.parametrize("kind", sorted(EventKind.__members__.keys() - NO_WINDOWS))
def test_every_other_kind_of_the_domain_is_read(kind: str) -> None:
    message = read("queue_update", wire.update(kind))

    assert isinstance(message, QueueUpdate | StationNotice)
    assert message.kind.name == kind


def test_help_asked_needs_no_numbers() -> None:
    notice = {"type": "HELP_ASKED", "station": "Kiosk 1", "time": wire.TIME}

    assert read("queue_update", notice) == StationNotice(
        EventKind.HELP_ASKED, "Kiosk 1", None, None, AT
    )


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("notice", {"type": "YOUR_TURN"}),
        ("message", {}),
        ("queue_update", wire.update("TELEPORTED")),
        ("tomorrow", {"type": "CALLED"}),
    ],
)
def test_what_is_not_for_a_window_is_passed_over(kind: str, data: object) -> None:
    assert read(kind, data) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("clinic", None),
        ("clinic", 5),
        ("waiting", -1),
        ("waiting", "3"),
        ("waiting", True),
        ("current", 1.5),
        ("time", "yesterday"),
        ("time", "2026-11-21T09:00:00"),
        ("service_day", "2026-13-01"),
        ("state", "BROKEN"),
        ("number", "32"),
    ],
)
def test_a_field_of_another_shape_is_named(field: str, value: object) -> None:
    with pytest.raises(Unreadable, match=f"^{field}$"):
        read("queue_update", {**wire.update(), field: value})


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "[" * 100_000, "\ufffd"])
def test_what_is_not_an_object_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        read_event("queue_update", text)


@given(ANY_JSON, st.sampled_from(["connected", "queue_update"]))
def test_no_json_does_more_than_be_unreadable(data: object, kind: str) -> None:
    for text in (json.dumps(data), json.dumps({**wire.update(), "reason": data, "time": data})):
        with contextlib.suppress(Unreadable):
            read_event(kind, text)


def test_the_catalogue_has_the_site_and_its_clinics_in_their_order() -> None:
    text = json.dumps(wire.catalogue(wire.clinic("lab"), wire.clinic("xr", prefix="X", room=None)))

    catalogue = read_catalogue(text)

    assert catalogue.site.day_turns_at == dt.time(5)
    assert catalogue.site.languages == ("ar", "en", "th")
    assert [clinic.code for clinic in catalogue.clinics] == ["lab", "xr"]
    assert catalogue.clinics[0] == Clinic(
        "lab", wire.clinic()["names"], "L", "M", "any", ClinicState.OPEN, 4, "lab", "3"
    )


@pytest.mark.parametrize("missing", ["site", "clinics"])
def test_a_catalogue_without_its_parts_is_unreadable(missing: str) -> None:
    data = wire.catalogue()
    del data[missing]

    with pytest.raises(Unreadable, match=f"^{missing}$"):
        read_catalogue(json.dumps(data))
