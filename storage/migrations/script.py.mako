"""${message}"""

from __future__ import annotations

from storage.migrations.steps import install_functions, run_file

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    run_file("${up_revision}")
    install_functions()
