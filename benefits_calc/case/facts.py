"""What every part of a case is made of: the base model, fields with help, dates, amounts."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@dataclass(frozen=True)
class Accepts:
    """What a field takes, in words, for error messages and documentation."""

    words: str


class Facts(BaseModel):
    """Base of every part of a case: frozen, strict, and closed to unknown names."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,
    )

    def given(self, name: str) -> bool:
        """Whether the field was stated, so that an assumption can be told from a fact."""
        return name in self.model_fields_set


def fact(title: str, words: str, default: Any = ..., **settings: Any) -> Any:
    """A field with its plain-English title and help; required where no default is given."""
    return Field(default, title=title, description=words, **settings)


# --- dates -----------------------------------------------------------------------------------

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def refusal(reason: str) -> PydanticCustomError:
    """An error whose words come from what the field accepts, with a reason if there is one."""
    return PydanticCustomError("not_accepted", "{reason}", {"reason": reason})


def _calendar_day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise refusal("")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refusal("there is no such day") from None


def _read_day(value: object) -> date:
    if isinstance(value, datetime):
        raise refusal("")
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return _calendar_day(value)
    raise refusal("")


class When(str):
    """A month (``1997-03``) or a day (``1997-03-14``), kept as it was given."""

    __slots__ = ()

    @property
    def exact(self) -> bool:
        """Whether the day is known, not only the month."""
        return len(self) == len("1997-03-14")

    @property
    def first_day(self) -> date:
        """The day itself, or the first of the month where only the month is given."""
        return date.fromisoformat(self if self.exact else f"{self}-01")

    @property
    def last_day(self) -> date:
        """The day itself, or the last of the month where only the month is given."""
        first = self.first_day
        if self.exact:
            return first
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])

    @classmethod
    def read(cls, value: object) -> When:
        """Check a value from outside.

        Raises:
            PydanticCustomError: where it is neither a month nor a day of the calendar.
        """
        if isinstance(value, date) and not isinstance(value, datetime):
            return cls(value.isoformat())
        if not isinstance(value, str):
            raise refusal("")
        if _MONTH.fullmatch(value):
            _calendar_day(f"{value}-01")
        else:
            _calendar_day(value)
        return cls(value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}


MonthOrDay = Annotated[When, Accepts("a month such as 2023-05, or a day such as 2023-05-14")]
BirthMonth = Annotated[
    When, Accepts("a month of birth such as 1997-03, or a full date such as 1997-03-14")
]
Day = Annotated[
    date,
    BeforeValidator(_read_day),
    WithJsonSchema({"type": "string", "format": "date"}),
    Accepts("a date such as 2026-12-01"),
]

# --- text, numbers, words and yes or no ------------------------------------------------------


def _one_line(value: str) -> str:
    if any(not character.isprintable() for character in value):
        raise refusal("it must be one line of plain text")
    return value


def _label(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


ShortText = Annotated[
    str,
    StringConstraints(max_length=80),
    AfterValidator(_one_line),
    Accepts("one line of text, at most 80 characters"),
]
Label = Annotated[ShortText, BeforeValidator(_label, json_schema_input_type=str | int)]
PlaceName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,79}$"),
    Accepts("a name in small letters with underscores, such as kingston_upon_thames"),
]
FactPath = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z][a-z0-9_]*(\[\d{1,2}\])?(\.[a-z][a-z0-9_]*(\[\d{1,2}\])?){0,6}$"
    ),
    Accepts("the name of a fact, such as claimant.pip or children[2].sex"),
]
Pounds = Annotated[float, Field(ge=0, le=10_000_000)]
Hours = Annotated[float, Field(ge=0, le=168)]
Percent = Annotated[float, Field(ge=0, le=100)]
Weeks = Annotated[float, Field(ge=0, le=53)]


def either(
    *words: str, truth: bool = False, low: int | None = None, high: int | None = None
) -> tuple[PlainValidator, WithJsonSchema, Accepts]:
    """Metadata for a field that takes one of several words, a truth value or a whole number."""

    def read(value: object) -> object:
        if isinstance(value, bool):
            if truth:
                return value
        elif isinstance(value, int):
            if low is not None and value >= low and (high is None or value <= high):
                return value
        elif isinstance(value, str) and value in words:
            return value
        raise refusal("")

    shapes: list[dict[str, Any]] = [{"enum": list(words)}] if words else []
    accepted = ", ".join(words)
    if truth:
        shapes.append({"type": "boolean"})
        accepted = f"true, false or {accepted}"
    if low is not None:
        limits = {"minimum": low} | ({} if high is None else {"maximum": high})
        shapes.append({"type": "integer", **limits})
        span = f"from {low}" if high is None else f"from {low} to {high}"
        accepted = f"a whole number {span}, or one of {accepted}"
    return PlainValidator(read), WithJsonSchema({"anyOf": shapes}), Accepts(accepted)


def bare(*values: object, shape: Any, then: object = None) -> BeforeValidator:
    """Take certain bare values (``false``, ``0``, ``none``) for nothing; `shape` is for schemas."""

    def read(value: Any) -> Any:
        for empty in values:
            if type(value) is type(empty) and value == empty:
                return then
        return value

    return BeforeValidator(read, json_schema_input_type=shape)


# --- amounts ---------------------------------------------------------------------------------

Period = Literal["week", "fortnight", "four_weeks", "month", "quarter", "year"]


class Amount(Facts):
    """Pounds with the period they are for."""

    amount: Pounds = fact("Amount", "Pounds and pence.")
    per: Period = fact("Period", "What the amount is for: a week, a month and so on.")


AmountOrNothing = Annotated[Amount | None, bare(0, 0.0, shape=Amount | Literal[0] | None)]
