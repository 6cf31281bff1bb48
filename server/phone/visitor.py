"""Who opens a phone page: for which ticket, and in which language he reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import Request

from domain.errors import StoreAway
from server.moving import backend_of
from server.phone import languages
from server.phone.reading import READ_PHONE, Phone
from server.phone.words import LANGUAGES, Say

NOWHERE = "/t/unknown"
THANKS = "thanks"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")
_OFFERED = "dawr_phone_languages"


class Gone(Exception):
    """No ticket of today; `phone` is what is known of the site."""

    def __init__(self, phone: Phone) -> None:
        super().__init__()
        self.phone = phone


@dataclass(frozen=True, slots=True)
class Visitor:
    """One request. `base` is the path of the ticket's page, safe to be written into a page."""

    request: Request
    token: str

    @property
    def is_plausible(self) -> bool:
        """Whether the address could be a ticket's at all."""
        return _TOKEN.fullmatch(self.token) is not None

    @property
    def base(self) -> str:
        return f"/t/{self.token}" if self.is_plausible else NOWHERE

    @property
    def home(self) -> str:
        """The ticket's page in the language it was read in so far."""
        return self.page_of(self.token if self.is_plausible else "unknown")

    def page_of(self, token: str) -> str:
        """A ticket's page; another than the visitor's own thanks him for what he has done."""
        thanks = "" if token in (self.token, "unknown") else f"&{THANKS}=1"
        return f"/t/{token}?lang={self.say.language}{thanks}"

    @property
    def is_thanked(self) -> bool:
        return THANKS in self.request.query_params

    @property
    def asked(self) -> str | None:
        return self.request.query_params.get("lang")

    @property
    def offered(self) -> Sequence[str]:
        """The site's languages as they were last read; perhaps none was read yet."""
        found: Sequence[str] = getattr(self.request.app.state, _OFFERED, tuple(LANGUAGES))
        return found

    @property
    def say(self) -> Say:
        remembered = self.request.cookies.get(languages.COOKIE)
        accept = self.request.headers.get("accept-language")
        return Say(languages.choose(self.asked, remembered, accept, self.offered))

    async def read(self) -> Phone:
        """The site and the ticket, by one call.

        Raises:
            Gone: there is no such ticket, or it was over on an earlier day.
            Busy: the database cannot be asked now.
        """
        given = {"token": self.token if self.is_plausible else ""}
        answer = await backend_of(self.request).pool.read(READ_PHONE, given)
        if answer["site"] is None:
            raise StoreAway(retry_after_s=5)
        phone = Phone.of(answer)
        setattr(self.request.app.state, _OFFERED, languages.offered(phone.site.languages))
        if phone.ticket is None:
            raise Gone(phone)
        return phone
