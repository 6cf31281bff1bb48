"""What may be asked about exam routes over HTTP."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from server.bodies import Body, Code, Number, PatientId, Reason

Pin = Annotated[str, StringConstraints(min_length=1, max_length=8, pattern=r"^[^\x00-\x1f\x7f]+$")]
ExamTypeCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,32}$")]


class LoginIn(Body):
    """Who begins which exam. The exam types are the site's own."""

    patientId: PatientId  # noqa: N815 - the contract's name
    gender: Literal["male", "female"]
    examType: Annotated[ExamTypeCode, Field(examples=["recruitment"])]  # noqa: N815


class VerifyPinIn(Body):
    """Who leaves which clinic; the number is that of his ticket there."""

    patientId: PatientId  # noqa: N815
    clinic: Code
    pin: Pin
    queueNumber: Number  # noqa: N815


class RouteEditIn(Body):
    """What staff change on a route; `clinics` are for update_path, `clinic` for one clinic."""

    action: Literal["reset_path", "remove_from_queue", "force_complete_clinic", "update_path"]
    clinics: Annotated[list[Code], Field(min_length=1, max_length=100)] | None = None
    clinic: Code | None = None
    reason: Reason

    @model_validator(mode="after")
    def _needs(self) -> Self:
        if (self.action == "update_path") != (self.clinics is not None):
            raise ValueError("give clinics with update_path, and with nothing else")
        if self.action == "force_complete_clinic" and self.clinic is None:
            raise ValueError("give the clinic to be counted as done")
        return self
