"""What was assumed for a timeline, and what is to be said of it as a whole: codes and facts."""

from __future__ import annotations

from datetime import date

import numpy as np

from benefits_calc.analysis.dated_records import DatedMessage, Facts
from benefits_calc.analysis.locked_dated import letters_of, letters_said
from benefits_calc.analysis.timeline_children import children_warnings
from benefits_calc.analysis.timeline_extended import extended_warnings
from benefits_calc.analysis.timeline_hospital import hospital_warnings
from benefits_calc.analysis.timeline_moves import move_warnings
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.case import Case
from benefits_calc.case.moving import moves_of
from benefits_calc.engine.dated.case_on import events_not_held
from benefits_calc.engine.dated.leaving_money import Redundancy, redundancies
from benefits_calc.engine.dated.ledger import WEEKS_PER_PAYMENT
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.state import NOT_CLAIMED
from benefits_calc.engine.dated.streams import Stream
from benefits_calc.engine.dated.tax_on_benefits import years_of_tax
from benefits_calc.engine.system import parameter_at

TAPER = "dwp.universal_credit.taper.rate"
ALLOWANCE = "dwp.universal_credit.work_allowance"
ALLOWANCES = ("higher", "lower")
TAXABLE = ("new_style_esa", "new_style_jsa", "carers_allowance", "carer_support_payment")


def assumptions_of(dated: Dated, streams: tuple[Stream, ...]) -> tuple[DatedMessage, ...]:
    """Everything taken that the case does not say."""
    case, calendar = dated.case, dated.calendar
    found = []
    if case.universal_credit_claimed and not calendar.start_day_given:
        found.append(
            DatedMessage("period_start_day", {"day": float(calendar.period_starts[0].item().day)})
        )
    found += [
        DatedMessage(f"pay_{code}")
        for code in dict.fromkeys(item.code for item in dated.payslips.assumptions)
    ]
    weekly = [s.source for s in streams if s.source in WEEKS_PER_PAYMENT]
    found += [
        DatedMessage("weekly_payment_day", {"line": line, "weeks": float(WEEKS_PER_PAYMENT[line])})
        for line in dict.fromkeys(weekly)
        if line != "housing_benefit"
    ]
    sources = {stream.what: stream.source for stream in streams}
    if "housing_benefit_payment" in sources:
        found.append(DatedMessage("housing_benefit_with_rent"))
    if "rent_due" in sources:
        weekly_rent = any(s.what == "rent_due" and s.why == "weekly_rent" for s in streams)
        found.append(DatedMessage("rent_by_week" if weekly_rent else "rent_on_the_first"))
    if "council_tax_instalment" in sources:
        found.append(DatedMessage("council_tax_in_twelve"))
    if {"costs_of_work", "childcare_due"} & set(sources):
        found.append(DatedMessage("costs_each_week_of_work"))
    if any(event.kind == "birth" for event in case.events):
        found.append(DatedMessage("birth_claims"))
    if any(event.redundancy_pay for event in case.events):
        found.append(DatedMessage("redundancy_in_savings"))
    monthly = any(item.facts.job.paid == "monthly" for item in dated.employments)
    if case.universal_credit_claimed and monthly:
        moved = case.choices.reallocate_double_pay
        found.append(DatedMessage("double_pay_moved" if moved else "double_pay_not_moved"))
    return (*found, *letters_said(letters_of(case)))


def warnings_of(dated: Dated, streams: tuple[Stream, ...]) -> tuple[DatedMessage, ...]:
    """What anyone reading it must know: rates not set, tax to come, events that are not held."""
    found = []
    if dated.calendar.last_day > dated.rates_verified_until:
        found.append(
            DatedMessage("rates_not_yet_set", {"after": dated.rates_verified_until}, "unknown")
        )
    known = dated.bank_holidays_known_until
    if dated.calendar.last_day > known:
        found.append(DatedMessage("bank_holidays_not_known", {"after": known}, "unknown"))
    taxable = [line for line in TAXABLE if any(s.source == line for s in streams)]
    if taxable and dated.case.job is not None:
        found.append(DatedMessage("tax_on_benefits_later", {"line": taxable[0]}))
    births = [event.on for event in dated.case.events if event.kind == "birth"]
    if births and any(line for item in dated.employments for line in item.lines):
        found.append(DatedMessage("birth_time_off", {"day": min(births)}, "unknown"))
    found += [
        DatedMessage("event_not_held", {"day": event.on, "kind": event.kind})
        for event in events_not_held(dated.case)
    ]
    found += [
        DatedMessage("event_after_these_months", {"day": event.on})
        for event in dated.case.events
        if event.on > dated.calendar.last_day
    ]
    found += _in_the_past(dated)
    found += [*hospital_warnings(dated), *move_warnings(dated)]
    found += [*extended_warnings(dated), *children_warnings(dated)]
    found += _water_charges(dated.case) if dated.case.nation == "scotland" else []
    return tuple(found)


def _in_the_past(dated: Dated) -> list[DatedMessage]:
    """Months that are over before the day of the case, as of a job that began long ago."""
    day, last = dated.case.as_at, dated.calendar.last_day
    if day is None or last >= day:
        return []
    return [DatedMessage("months_are_over", {"last": last, "day": day})]


def messages_of(run: Run, place: int) -> tuple[DatedMessage, ...]:
    """What is to be said of one line as a whole."""
    states = run.settled.states
    found: list[DatedMessage] = []
    dated = run.dated
    for due in redundancies(dated.case, dated.employments, dated.scenarios[place], place):
        found += [DatedMessage(*each) for each in redundancy_message(due)]
    found += [
        DatedMessage(
            "tax_on_benefits_year",
            {"year_end": year.ends, "amount": float(year.amounts[place]), "due": year.due},
        )
        for year in years_of_tax(dated)
        if year.amounts[place] > 0
    ]
    if (states.code[:, place] == NOT_CLAIMED).all():
        return tuple(found)
    if place:
        found += [*_how_wages_count(run, place), *_own_home_later(dated.case)]
    manual = run.dated.manual.states
    # DWP may try again by itself only after income ended an award (SI 2013/380 reg 32A).
    if place and ((manual.months_nil > 0) & manual.for_income)[:, place].any():
        found.append(DatedMessage("tried_again_likely", {}, "dwp_decision"))
    return tuple(found)


def _how_wages_count(run: Run, place: int) -> list[DatedMessage]:
    """By how much each pound of wages lowers the award, from the first period that counts one."""
    counted = run.settled.earnings_of(place).packets[:, place].sum(axis=1) > 0
    if not counted.any():
        return []
    first = int(np.argmax(counted))
    day = run.settled.calendar_of(place).period_starts[first].item()
    allowance = float(run.settled.awards.uc_work_allowance[first, place])
    facts: Facts = {"pence": 100 * float(parameter_at(TAPER, day)), "allowance": allowance}
    code = "wages_count_over_allowance" if allowance else "wages_count_from_first_pound"
    return [DatedMessage(code, facts)]


def _own_home_later(case: Case) -> list[DatedMessage]:
    """A home of one's own after supported or temporary housing lowers the work allowance."""
    now = case.home.tenure in ("supported", "temporary")
    adults = [case.claimant, *([case.partner] if case.partner else [])]
    found = any(person.work_capability in ("lcw", "lcwra") for person in adults)
    if not now or not (found or case.children) or moves_of(case):
        return []
    day = case.as_at or date.min
    facts: Facts = {name: float(parameter_at(f"{ALLOWANCE}.{name}", day)) for name in ALLOWANCES}
    return [DatedMessage("own_home_later", facts)]


def _water_charges(case: Case) -> list[DatedMessage]:
    """In Scotland the council's bill holds water charges, which are in no figure here."""
    tax = case.home.council_tax
    owes = tax is not None and tax.liable is not False
    return [DatedMessage("water_charges", {}, "council")] if owes else []


def redundancy_message(due: Redundancy) -> list[tuple[str, Facts]]:
    """What the law gives at least at the end of a job, if it ends for want of work: codes, facts.

    Nothing where the years in the job are known and too few.
    """
    if due.complete_years is None:
        return [("redundancy_years_not_known", {"years": float(due.years_needed)})]
    if not due.amount:
        return []
    years = float(due.complete_years)
    return [("redundancy_due", {"day": due.last_day, "amount": due.amount, "years": years})]
