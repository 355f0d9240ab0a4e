"""The fields of the job that the page changes, as values, and a case with them changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from benefits_calc.case import Case, build_case
from benefits_calc.words.page_catalogue import say, section

PERS: Final = ("hour", "week", "fortnight", "four_weeks", "month", "quarter", "year")
PENSIONS: Final = ("automatic", "joined", "opted_out")
SCHEMES: Final = ("net_pay", "relief_at_source", "salary_sacrifice")


@dataclass(frozen=True)
class JobValues:
    """What stands in the fields.

    Attributes:
        hours: Hours a week.
        pay: Pounds before tax, for `per`.
        per: What the pay is for.
        pension: automatic, joined or opted_out.
        scheme: How the pension is taken.
        percent: The worker's share, per cent of pay.
    """

    hours: float | None
    pay: float | None
    per: str
    pension: str
    scheme: str
    percent: float | None

    def missing(self) -> dict[str, str]:
        """By field, what to say where nothing was typed."""
        found = {}
        if self.hours is None:
            found["hours"] = say("job", "missing_hours")
        if self.pay is None:
            found["pay"] = say("job", "missing_pay")
        if self.percent is None:
            found["percent"] = say("job", "missing_percent")
        return found


FIELD_OF: Final = {
    "job.hours_per_week": "hours",
    "job.hourly_pay": "pay",
    "job.pay": "pay",
    "job.pay.amount": "pay",
    "job.pension.employee_percent": "percent",
}


def values_of(case: Case) -> JobValues:
    """What the fields show for a case."""
    job = case.job
    if job is None:
        return JobValues(None, None, "hour", "automatic", "net_pay", 5.0)
    pension = job.pension_in_force
    none = pension.scheme == "none"
    return JobValues(
        hours=job.hours_per_week,
        pay=job.pay.amount if job.pay is not None else job.hourly_pay,
        per=job.pay.per if job.pay is not None else "hour",
        pension="opted_out" if none else pension.enrolment,
        scheme="net_pay" if none else pension.scheme,
        percent=pension.employee_percent,
    )


def with_values(case: Case, values: JobValues) -> Case:
    """The case with the fields that differ changed; what was not stated stays an assumption.

    Raises:
        CaseError: where the facts cannot be so.
    """
    shown = values_of(case)
    data = case.model_dump(mode="json", by_alias=True, exclude_unset=True)
    job = dict(data.get("job") or {})
    job["hours_per_week"] = _plain(values.hours)
    if (values.pay, values.per) != (shown.pay, shown.per):
        job.pop("pay", None)
        job.pop("hourly_pay", None)
        job |= _pay(values)
    same = replace(shown, hours=values.hours, pay=values.pay, per=values.per)
    if values != same:
        job["pension"] = {
            **(job.get("pension") or {}),
            "scheme": values.scheme,
            "employee_percent": _plain(values.percent),
            "enrolment": values.pension,
        }
    return build_case({**data, "job": job})


def _pay(values: JobValues) -> dict[str, object]:
    if values.per == "hour":
        return {"hourly_pay": _plain(values.pay)}
    return {"pay": {"amount": _plain(values.pay), "per": values.per}}


def _plain(number: float | None) -> float | None:
    """A whole number without a point, so that a message quotes it as it was typed."""
    return int(number) if number is not None and number.is_integer() else number


def in_words(field: str, message: str) -> str:
    """A problem's line with the field's name on the page in place of its path."""
    name = section("job.fields").get(field)
    return message.replace(field, str(name), 1) if name else message
