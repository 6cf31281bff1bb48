"""The demo where there is a screen: three windows at work, and one Ctrl-C that ends all of it."""

from __future__ import annotations

import signal

import psutil
import psycopg
import pytest
import requests

from storage import embedded
from tests.system.conftest import Program, end, patiently

WINDOWS = {"dawr kiosk", "dawr staff"}


@pytest.mark.timeout(180)
def test_three_windows_open_and_one_ctrl_c_ends_them_with_server_and_database(
    program: Program, screen: dict[str, str]
) -> None:
    program.settings.update(screen)
    demo = program.start("demo")
    try:
        for attempt in patiently():
            with attempt:
                if demo.poll() is not None:
                    pytest.fail(f"it ended by itself: {demo.communicate()}")
                assert requests.get(f"{program.url}/readyz", timeout=5).status_code == 200
                assert at_work(program) >= WINDOWS
        family = psutil.Process(demo.pid).children(recursive=True)
        demo.send_signal(signal.SIGINT)
        out, errors = demo.communicate(timeout=20)
    except BaseException:
        end(demo)
        raise

    assert (demo.returncode, "Traceback" in out + errors) == (0, False)
    assert family
    assert psutil.wait_procs(family, timeout=20)[1] == []
    for attempt in patiently():
        with attempt:
            assert not embedded.running(program.data_dir)


def at_work(program: Program) -> set[str]:
    """Who is connected to the database."""
    assert embedded.running(program.data_dir)
    with psycopg.connect(program.conninfo(), autocommit=True) as admin:
        rows = admin.execute("select application_name from pg_stat_activity").fetchall()
    return {str(name) for (name,) in rows}
