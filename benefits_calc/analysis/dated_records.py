"""What a timeline says, before it is put into words: records of codes, days and figures.

Sentences are made from these in words/, tasks and calendar files too. Amounts are pounds to the
penny; money in is above 0 and money out below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from benefits_calc.case import Case
from benefits_calc.engine.results import Unknown

# The last lawful day is not the day to aim for: a bad week must not miss it.
AIM_EARLIER = timedelta(days=7)
Facts = Mapping[str, str | float | date]


@dataclass(frozen=True)
class CashEvent:
    """Money in or out on a day.

    Attributes:
        day: The day it comes or goes.
        what: Code of the event, such as wage, universal_credit_payment, rent_due.
        amount: Pounds; below 0 is money out.
        source: Line of the results it belongs to, such as net_pay, universal_credit, rent.
        why: Code of the reason for the amount, such as wages_counted, no_wages_counted, nil.
        facts: What the sentences need, by name.
        running_total: Of all money from the first day, after this.
        rates_not_yet_set: Whether the amount rests on rates that are not announced for its day.
    """

    day: date
    what: str
    amount: float
    source: str
    why: str
    facts: Facts
    running_total: float
    rates_not_yet_set: bool = False


@dataclass(frozen=True)
class Period:
    """An assessment period of Universal Credit, or the same month without an award.

    Attributes:
        starts: First day.
        ends: Last day.
        paid_on: The working day on which it is paid.
        state: open, penny, nil, closed, retried, reclaimed, not_claimed.
        maximum: Maximum amount.
        earned_income: Earnings counted in it, of the couple together.
        wages_counted: How many wage packets those earnings hold.
        award: Award after the cap and a sanction, as it is paid.
        deductions: Taken off it.
        worked_out: What the award would be if there were one (the same unless closed).
        rates_not_yet_set: Whether its rates are not announced.
    """

    starts: date
    ends: date
    paid_on: date
    state: str
    maximum: float
    earned_income: float
    wages_counted: int
    award: float
    deductions: float
    worked_out: float
    rates_not_yet_set: bool = False


@dataclass(frozen=True)
class DatedStatus:
    """What a standing is in a month, against how things are without the job.

    Attributes:
        code: As in a comparison's statuses, or one of the clocks.
        state: stays, changes, starts, stops, runs (a clock), lost.
        why: Code of the reason.
        reference: The law.
        certainty: rule, dwp_decision, council or unknown.
        until: Last day on which what stopped can be picked up again, where there is one.
        replaced_by: Codes of the lines that take its place.
        who_can_help: Code of whom to ask.
        facts: What the sentence needs.
    """

    code: str
    state: str
    why: str
    reference: str
    certainty: str = "rule"
    until: date | None = None
    replaced_by: tuple[str, ...] = ()
    who_can_help: str = "adviser"
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class DatedChange:
    """A standing that is new on a day, against the day before.

    Attributes:
        day: The day on which it is first so: a pay day of Universal Credit, or a Monday.
        status: How it stands from then on.
        again: Later days on which it is so again after having been otherwise; empty for what is
            usual in the line.
    """

    day: date
    status: DatedStatus
    again: tuple[date, ...] = ()


@dataclass(frozen=True)
class DatedMessage:
    """Something to say of a month, a line or the whole: a code and its facts."""

    code: str
    facts: Facts = field(default_factory=dict)
    certainty: str = "rule"


@dataclass(frozen=True)
class Month:
    """Money of one calendar month, as it comes and goes.

    Attributes:
        month: First day of the month.
        per_source: Money in, by line.
        costs: Money out, by line, above 0.
        total: Money in.
        as_you_are_total: Money in in the same month without the job.
        left_over: Money in less money out.
        as_you_are_left_over: The same without the job.
        statuses: Standings at its end.
        messages: What to say of it.
        rates_not_yet_set: Whether any amount in it rests on rates not announced.
        not_known: Lines left out of the totals.
    """

    month: date
    per_source: Mapping[str, float]
    costs: Mapping[str, float]
    total: float
    as_you_are_total: float
    left_over: float
    as_you_are_left_over: float
    statuses: tuple[DatedStatus, ...]
    messages: tuple[DatedMessage, ...]
    rates_not_yet_set: bool
    not_known: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deadline:
    """A last day by which something is to be done.

    Attributes:
        by: Last day.
        aim_for: Day to aim for, a week or so earlier where there is room.
        what: Code of what is to be done.
        who: claimant, partner or appointee.
        tell: Code of whom to go to, such as universal_credit_journal, council, dwp.
        rule: Address of the law.
        keeps: Codes of what is kept by doing it in time.
        certainty: rule, dwp_decision, council or unknown.
        can_be_extended: Whether the law lets it be later for good reason, illness included.
        facts: What the sentence needs, the price of missing it (`price_per_month`) included.
    """

    by: date
    aim_for: date | None
    what: str
    who: str
    tell: str
    rule: str
    keeps: tuple[str, ...] = ()
    certainty: str = "rule"
    can_be_extended: bool = False
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Help:
    """Help that exists for a gap: a code, whom to ask, and the most it can be, if known."""

    code: str
    ask: str
    most: float | None
    reference: str
    certainty: str


@dataclass(frozen=True)
class MoneyGap:
    """From the last full payment before a change to the first money after it.

    Attributes:
        last_full_payment: Day of the last benefit payment that no wage lowered.
        first_money: Day of the first wage (or, after an end, of the first full payment).
        days: Days between the two.
        short_by: Most that money falls below that of things as they are in these days, counted
            from the start of work or from the last wage on; pounds above 0, or 0.
        lower_payment: Day of the first benefit payment that is lower; None if there is none.
        help: Help that exists.
        short_on: First day on which it is short by that much; None where it never is.
        has_universal_credit: Whether Universal Credit is paid in these days.
    """

    last_full_payment: date | None
    first_money: date | None
    days: int | None
    short_by: float
    lower_payment: date | None
    help: tuple[Help, ...]
    short_on: date | None = None
    has_universal_credit: bool = True


@dataclass(frozen=True)
class LowestPoint:
    """The lowest running total over some days, and how it stands to things as they are.

    Attributes:
        day: The lowest day.
        running_total: All money since the first day shown, at its end.
        as_you_are_running_total: The same without the job.
        counted_from: Day of the payment before these days from which `in_hand` counts.
        in_hand: Money since then, that payment with it; below 0 where it does not reach.
        as_you_are_in_hand: The same without the job.
    """

    day: date
    running_total: float
    as_you_are_running_total: float
    counted_from: date
    in_hand: float
    as_you_are_in_hand: float


@dataclass(frozen=True)
class Line:
    """One line of life, dated.

    Attributes:
        hours_per_week: Hours in the job; None for things as they are.
        starts_on: First day of work; None for things as they are.
        job_ends_on: Last day of work, where it ends.
        cash: Every payment, in order of days.
        changes: What changes, on its day, each thing once; empty for things as they are.
        months: Calendar months.
        periods: Assessment periods; empty where Universal Credit is not claimed.
        deadlines: Dated tasks that keep something, in order of days.
        first_wage_gap: Around the start.
        end_gap: Around the end.
        lowest_after_start: Lowest running total from the start on.
        lowest_after_end: Lowest running total from the end on.
        messages: What to say of the whole line.
        reclaim_mode: What the cash rests on after a nil month: manual or automatic.
        automatic_difference: Pounds more over the whole line if DWP tries again by itself.
    """

    hours_per_week: float | None
    starts_on: date | None
    job_ends_on: date | None
    cash: tuple[CashEvent, ...]
    months: tuple[Month, ...]
    periods: tuple[Period, ...]
    deadlines: tuple[Deadline, ...]
    first_wage_gap: MoneyGap | None
    end_gap: MoneyGap | None
    lowest_after_start: LowestPoint | None
    lowest_after_end: LowestPoint | None
    messages: tuple[DatedMessage, ...]
    reclaim_mode: str = "manual"
    automatic_difference: float = 0.0
    changes: tuple[DatedChange, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """Lines of life side by side over the same months.

    Attributes:
        case: The case.
        program_version: Of this program.
        first_day: First day shown.
        last_day: Last day shown.
        rates_verified_until: Last day for which all rates used are checked.
        as_you_are: The months without the job.
        lines: The job at each number of hours.
        unknown: Lines left out of every total, with the reason and what is paid today.
        assumptions: What was taken where the case does not say.
        warnings: Such as rates that are not announced, with their date.
    """

    case: Case
    program_version: str
    first_day: date
    last_day: date
    rates_verified_until: date
    as_you_are: Line
    lines: tuple[Line, ...]
    unknown: tuple[Unknown, ...]
    assumptions: tuple[DatedMessage, ...]
    warnings: tuple[DatedMessage, ...]
