"""The log of a window on standard error: JSON for a journal, lines for a person. Never personal."""

from __future__ import annotations

import logging
import sys

import structlog
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from domain.correlation import CORRELATION
from roles.settings import Settings


def _correlated(
    _: object, __: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Under which press it is said; the port's call binds it in the worker that makes it."""
    correlation = CORRELATION.get()
    if correlation is not None:
        event["correlation_id"] = correlation
    return event


_BEFORE: list[structlog.typing.Processor] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _correlated,
]

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def set_up(settings: Settings, level: int = logging.INFO) -> None:
    """Send every line from `level` on, of every library, in the form that is set."""
    console = settings.log_format == "console"
    last: list[structlog.typing.Processor] = (
        [_lines()]
        if console
        else [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_BEFORE,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for talkative in ("alembic", "urllib3", "PIL"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
    qInstallMessageHandler(_from_qt)


def _from_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's own messages, under the name of their category."""
    logging.getLogger(f"qt.{context.category or 'default'}").log(_LEVELS[kind], "%s", text)


def _lines() -> structlog.dev.ConsoleRenderer:
    """Without the values of variables in tracebacks, which might be a patient's."""
    return structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
