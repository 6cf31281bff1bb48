"""Exam routes: the first clinic, the next one, and what is refused out of turn."""

from __future__ import annotations

from tests.postgres import Database
from tests.storage.walker import Walker

RECRUIT = ["lab", "xr", "bio", "eye", "int", "sur", "ent", "psy", "dnt", "der"]


def test_a_recruit_walks_ten_clinics(database: Database) -> None:
    patient = Walker(database)
    first = patient.log_in()
    assert not first.existing
    assert first.ticket is not None
    assert first.ticket.answer["label"] == "L-001"
    assert patient.statuses() == {"lab": "IN_QUEUE", **dict.fromkeys(RECRUIT[1:], "LOCKED")}

    told = [patient.visit_next() for _ in range(10)]

    assert [one["route"]["done"] for one in told] == list(range(1, 11))
    assert [one["next"] is None for one in told] == [False] * 9 + [True]
    assert patient.been[:3] == RECRUIT[:3]
    assert sorted(patient.been) == sorted(RECRUIT)
    assert told[-1]["route"]["completed"]
    assert told[-1]["route"]["due"] is None
    assert patient.statuses() == dict.fromkeys(RECRUIT, "COMPLETED")
    linked = database.rows(
        "select count(*) from ticket t join ticket n on n.id = t.went_to and n.came_from = t.id"
        " where n.source = 'route'"
    )
    assert linked == [(9,)]
