"""A sample of what Schemathesis asks; `make fuzz` asks long."""

from __future__ import annotations

import pytest

from tests.system.conftest import a_program, end
from tests.system.described import SCOPES, WITHOUT_LIMITS, calls_asked, listen, seed_line

SAMPLE = 3
SEED = 20261126


@pytest.mark.timeout(600)
def test_no_answer_is_other_than_described_whoever_asks() -> None:
    with a_program() as program:
        program.settings.update(WITHOUT_LIMITS)
        server = program.start_server(workers=1)
        try:
            tokens = {scope: program.token(scope) for scope in SCOPES}
            seed_line(program, tokens["staff"])
            heard = listen(program.url, tokens, SAMPLE, SEED)
        finally:
            out, errors = end(server)

    assert heard.wrong == []
    assert "Traceback" not in out + errors
    assert {label for label, _ in heard.seen} == calls_asked()
    assert {status for _, status in heard.seen} >= {200, 201, 401, 403, 404, 409, 422}
