"""The settings and the port of the embedded server; an administrator's own go beside them.

The files of conf.d are read in the order of their names: ours, any of the administrator's such
as 50-local.conf, then what one start was given.
"""

from __future__ import annotations

import random
import socket
from collections.abc import Mapping

from storage.embedded_home import Home
from storage.embedded_troubles import EmbeddedUnavailable, Trouble

PORTS = range(20_000, 32_768)  # below the range Linux takes for outgoing connections
SETTINGS: dict[str, str] = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "max_wal_size": "256MB",  # bounds the time of recovery
    "fsync": "on",
    "synchronous_commit": "on",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_destination": "stderr",
    "logging_collector": "off",
    "log_line_prefix": "%m [%p] %a ",
    "log_checkpoints": "off",
    # no value of a patient's in the log: neither statements, nor parameters, nor failing rows
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_error_verbosity": "terse",
}


def write_settings(home: Home, port: int, given: Mapping[str, str]) -> None:
    """Write conf.d for one start."""
    home.write("cluster/conf.d/00-dawr.conf", _text(SETTINGS | {"port": str(port)}))
    home.write("cluster/conf.d/90-given.conf", _text(given))


def choose_port(home: Home) -> int:
    """Return the port of the last time if it is free, else a free one, and remember it.

    Raises:
        EmbeddedUnavailable: none of a hundred was free.
    """
    last = home.port()
    for port in (last, *random.sample(PORTS, 100)):
        if port in PORTS and _is_free(port):
            if port != last:
                home.write("port", str(port))
            return port
    raise EmbeddedUnavailable(Trouble.NO_PORT)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _text(settings: Mapping[str, str]) -> str:
    return "".join(f"{name} = {_quoted(value)}\n" for name, value in settings.items())


def _quoted(value: str) -> str:
    doubled = value.replace("'", "''").replace("\\", "\\\\")
    return f"'{doubled}'"
