"""What to say of stays in hospital: days without payment, a carer's benefit, the rent.

Codes and facts; sentences are made in words/.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from benefits_calc.analysis.dated_records import DatedMessage
from benefits_calc.engine.dated.hospital import (
    ADULTS,
    cares_for,
    expected_over_six_months,
    last_day_of_absence,
    stays_of,
    unpaid_spells,
)
from benefits_calc.engine.dated.months import Dated

AWARDS = ("pip", "adp", "dla", "attendance_allowance")


def hospital_warnings(dated: Dated) -> tuple[DatedMessage, ...]:
    """Everything to say of the stays that touch the days shown."""
    return tuple(message for who in ADULTS for message in _of(dated, who))


def _of(dated: Dated, who: str) -> Iterator[DatedMessage]:
    case = dated.case
    person = case.claimant if who == "claimant" else case.partner
    if person is None:
        return
    shown = [
        (first, last)
        for first, last in unpaid_spells(case, who)
        if first <= dated.calendar.last_day and (last is None or last >= dated.calendar.first_day)
    ]
    if shown and any(getattr(person, name) for name in AWARDS):
        for first, last in shown:
            yield _stopped(first, last)
        if person.someone_is_paid_to_care:
            other = case.partner if who == "claimant" else case.claimant
            at_home = other is not None and cares_for(other, person)
            code = "hospital_carer_at_home" if at_home else "hospital_carer_elsewhere"
            yield DatedMessage(code, {"day": shown[0][0]}, "dwp_decision")
    if any(expected_over_six_months(stay) for stay in stays_of(case, who)):
        alone = case.partner is None
        code = "hospital_over_six_months" if alone else "hospital_couple_over_six_months"
        yield DatedMessage(code, {}, "dwp_decision" if alone else "unknown")
    for ends in _rent_ends(dated, who):
        yield DatedMessage("hospital_end_not_known", {"day": ends}, "dwp_decision")


def _rent_ends(dated: Dated, who: str) -> Iterator[date]:
    """First day after six months of a stay without a stated end, where rent is met."""
    case = dated.case
    if case.partner is not None or not case.universal_credit_claimed:
        return
    for entered, left in stays_of(case, who):
        day = last_day_of_absence(entered) + timedelta(days=1)
        if left is None and dated.calendar.first_day <= day <= dated.calendar.last_day:
            yield day


def _stopped(first: date, last: date | None) -> DatedMessage:
    if last is None:
        return DatedMessage("hospital_payment_stops", {"first": first})
    return DatedMessage("hospital_payment_stops_until", {"first": first, "last": last})
