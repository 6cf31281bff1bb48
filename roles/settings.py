"""What an administrator may set: from the environment, then dawr.toml, then defaults."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from domain import limits
from roles.plain import Plain

FILE = "dawr.toml"
PREFIX = "DAWR_"
SECRETS = frozenset({"kiosk_code"})
_PASSWORD = re.compile(r"(://[^/?#@:]*:)[^/?#]*(@)|((?:^|[?&\s])password=)('[^']*'|[^&\s]*)")


class Settings(BaseSettings):
    """Each field is the setting DAWR_<FIELD>, and <field> in dawr.toml of the working directory."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, toml_file=FILE, extra="forbid", frozen=True
    )

    database_url: str | None = Field(default=None, repr=False)
    site: str | None = None
    data_dir: Path = Field(default_factory=lambda: user_data_path("dawr", appauthor=False))
    server_url: str = "http://127.0.0.1:8765"
    phone_url: str | None = None
    rate_limit_per_address: int = Field(default=20, ge=0)
    rate_limit_per_mobile: int = Field(default=3, ge=0)
    rate_limit_per_station: int = Field(default=300, ge=0)
    rate_limit_networks: str = ""
    trusted_proxies: str = ""
    redis_url: str | None = Field(default=None, repr=False)
    webhook_networks: str = ""
    kiosk_code: str | None = Field(default=None, repr=False, pattern=r"^[0-9]{4,12}$")
    printer: str | None = None
    log_format: Literal["json", "console"] = Field(
        default_factory=lambda: "console" if sys.stderr.isatty() else "json"
    )

    @field_validator("printer")
    @classmethod
    def _is_printer(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"(tcp|file|usb):", value):
            raise ValueError("should be tcp://host:9100, file:/dev/usb/lp0 or usb://04b8:0e15")
        return value

    @field_validator("redis_url")
    @classmethod
    def _is_redis(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(
            r"rediss?://([^\s/?#]*@)?[^\s/?#@:]+(:\d{1,5})?(/\d*)?|unix://\S+", value
        ):
            raise ValueError("should be redis://host:6379/0, rediss:// with TLS, or unix://")
        return value

    @field_validator("server_url", "phone_url")
    @classmethod
    def _is_web_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
            raise ValueError("should be an address such as http://127.0.0.1:8765")
        return value.rstrip("/")

    @field_validator("rate_limit_networks")
    @classmethod
    def _is_limits(cls, value: str) -> str:
        limits.parse_limits(value)
        return value

    @field_validator("trusted_proxies", "webhook_networks")
    @classmethod
    def _is_networks(cls, value: str) -> str:
        limits.parse_networks(value)
        return value

    @field_validator("data_dir")
    @classmethod
    def _is_whole_path(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    def follow_url(self, server_url: str) -> str:
        """What the code on a ticket says before the ticket's token: where a phone finds its page.

        Args:
            server_url: where the windows find the server; phones may know it by another name.
        """
        return f"{self.phone_url or server_url}/t/"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - asked by these names
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - as above
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load() -> Settings:
    """The settings as they are now.

    Raises:
        Plain: one of them cannot be; the sentence names it and where it stands.
    """
    try:
        return Settings()
    except ValidationError as error:
        trouble = error.errors()[0]
        field = str(trouble["loc"][0])
        why = trouble["msg"].removeprefix("Value error, ")
        raise Plain(f"The setting {_name(field)} cannot be used: {why}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Plain(f"The file {FILE} cannot be read: {error}.") from error
    except OSError as error:
        raise Plain(f"The file {FILE} cannot be opened: {error.strerror}.") from error


def lines(settings: Settings) -> Iterator[str]:
    """Each setting with its value, secrets masked, and where it comes from."""
    in_file = tomllib.loads(Path(FILE).read_text("utf-8")) if Path(FILE).is_file() else {}
    for field in Settings.model_fields:
        value = getattr(settings, field)
        if os.environ.get(_name(field)):
            source = "environment"
        else:
            source = FILE if field in in_file else "default"
        shown = "unset" if value in (None, "") else masked(str(value))
        if field in SECRETS and value is not None:
            shown = "***"
        yield f"{_name(field)} = {shown}  ({source})"


def masked(text: str) -> str:
    """The text with the passwords of addresses in it replaced by stars."""
    return _PASSWORD.sub(r"\1\3***\2", text)


def _name(field: str) -> str:
    return PREFIX + field.upper()


def faults_file() -> Path:
    """Where a fault nobody foresaw is written down, also when the settings are the fault."""
    try:
        return load().data_dir / "faults.log"
    except Plain:
        return user_data_path("dawr", appauthor=False) / "faults.log"
