"""A sample of what Schemathesis asks; `make fuzz` asks long."""

from __future__ import annotations

import pytest

from tests.server.contract import document
from tests.system.conftest import a_program, end
from tests.system.described import SCOPES, WITHOUT_LIMITS, listen, seed_line

SAMPLE = 2
SEED = 20261126


@pytest.mark.timeout(600)
def test_no_answer_is_other_than_described_whoever_asks() -> None:
    wrong, asked = [], set()
    with a_program() as program:
        program.settings.update(WITHOUT_LIMITS)
        server = program.start_server(workers=1)
        try:
            tokens = {scope: program.token(scope) for scope in SCOPES if scope is not None}
            seed_line(program, tokens["staff"])
            for scope in SCOPES:
                token = None if scope is None else tokens[scope]
                heard = listen(program.url, token, SAMPLE, SEED)
                wrong += [f"as {scope or 'a stranger'}: {one}" for one in heard.wrong]
                asked |= {label for label, _ in heard.seen}
        finally:
            out, errors = end(server)

    assert wrong == []
    assert "Traceback" not in out + errors
    assert asked == {
        f"{method.upper()} {path}"
        for path, found in document()["paths"].items()
        for method in found
    }
