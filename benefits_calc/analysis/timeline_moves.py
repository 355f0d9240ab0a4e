"""What a move to another home changes, as things to say and last days: codes, days and figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from benefits_calc.analysis.dated_records import DatedMessage, Deadline
from benefits_calc.case import Case
from benefits_calc.case.moving import gets_housing_benefit, moves_of
from benefits_calc.engine.council_tax import is_asked, is_liable
from benefits_calc.engine.dated.case_on import case_on
from benefits_calc.engine.dated.element import keeps_element_in_move
from benefits_calc.engine.dated.homes import last_day_paid
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.system import parameter_at

COUNCIL_DAYS = "local.council_tax_changes.change_days"
TWO_HOMES_WEEKS = "dwp.housing_benefit.reporting.two_homes_weeks"
HOUSING_BENEFIT = "https://www.legislation.gov.uk/uksi/2006/213/regulation/"
UC_CHANGES = "https://www.legislation.gov.uk/uksi/2013/381/schedule/1"
COUNCIL_TAX = "https://www.legislation.gov.uk/ukpga/1992/14/section/6"
REDUCTION = "https://www.legislation.gov.uk/ukpga/1992/14/section/13A"
REDUCTION_IN = {
    "scotland": "https://www.legislation.gov.uk/ssi/2021/249",
    "wales": "https://www.legislation.gov.uk/wsi/2013/3029",
}
ONE_DAY = timedelta(days=1)


def moves_shown(dated: Dated) -> Iterator[tuple[date, Case, Case]]:
    """Moves in the days shown: the day, the case before and the case after."""
    calendar = dated.calendar
    for event in moves_of(dated.case):
        if calendar.first_day <= event.on <= calendar.last_day:
            yield event.on, case_on(dated.case, event.on - ONE_DAY), case_on(dated.case, event.on)


def move_warnings(dated: Dated) -> tuple[DatedMessage, ...]:
    """Everything to say of the moves."""
    return tuple(
        message
        for day, before, after in moves_shown(dated)
        for message in (
            *_universal_credit(dated, day, before, after),
            *_housing_benefit(dated, day, before, after),
            *_two_homes(dated, day, before, after),
            *_council_tax(day, after),
        )
    )


def _universal_credit(dated: Dated, day: date, before: Case, after: Case) -> Iterator[DatedMessage]:
    if not dated.case.universal_credit_claimed:
        return
    place, period_from = _period(dated, day)
    awards = dated.manual.awards
    earlier, place = max(place - 1, 0), max(place, 0)
    rent_before, rent = (
        round(float(awards.uc_housing_costs_element[at].max()), 2) for at in (earlier, place)
    )
    facts = {"day": day, "period_from": period_from}
    change = (rent_before > 0, rent > 0)
    code = {(False, True): "starts", (True, False): "ends", (True, True): "goes_on"}.get(change)
    if code is None:
        yield DatedMessage("move_period", facts)
    else:
        yield DatedMessage(f"move_rent_part_{code}", facts | {"rent_part": rent})
    allowances = [round(float(awards.uc_work_allowance[at].max()), 2) for at in (earlier, place)]
    lower = allowances[0] > allowances[1] > 0
    if lower or 0 < allowances[0] < allowances[1]:
        yield DatedMessage(
            "move_work_allowance_lower" if lower else "move_work_allowance_higher",
            {
                "period_from": period_from,
                "allowance": allowances[0],
                "new_allowance": allowances[1],
            },
        )
    award = dated.case.benefits_now.universal_credit if dated.case.benefits_now else None
    if change == (False, True) and award is not None and _has_element(dated, earlier):
        kept = keeps_element_in_move(before, after)
        code = "move_transitional_kept" if kept else "move_transitional_used_up"
        yield DatedMessage(code, {}, "dwp_decision" if kept else "rule")


def _has_element(dated: Dated, place: int) -> bool:
    return bool((dated.manual.states.transitional_element[place] > 0).any())


def _period(dated: Dated, day: date) -> tuple[int, date]:
    calendar = dated.calendar
    place = int(calendar.period_of(np.array([np.datetime64(day)]))[0])
    return place, calendar.period_starts[max(place, 0)].item()


def _housing_benefit(dated: Dated, day: date, before: Case, after: Case) -> Iterator[DatedMessage]:
    had, has = gets_housing_benefit(before), gets_housing_benefit(after)
    if had and not has:
        last = last_day_paid(dated.case, day).astype(date)
        yield DatedMessage("move_housing_benefit_ends", {"last": last}, "council")
        if after.home.rented and not dated.case.universal_credit_claimed:
            yield DatedMessage("move_no_rent_help", {}, "dwp_decision")
    elif has and not had:
        yield DatedMessage("move_housing_benefit_starts", {"day": day}, "council")
    elif had and has:
        yield DatedMessage("move_housing_benefit_goes_on", {"day": day}, "council")


def _two_homes(dated: Dated, day: date, before: Case, after: Case) -> Iterator[DatedMessage]:
    if not (before.home.rented and after.home.rented):
        if after.home.rented:
            yield DatedMessage("move_costs", {}, "unknown")
        return
    if gets_housing_benefit(before):
        weeks = parameter_at(TWO_HOMES_WEEKS, day)
        yield DatedMessage("move_two_rents_housing_benefit", {"weeks": weeks}, "council")
    elif dated.case.universal_credit_claimed:
        yield DatedMessage("move_two_rents_universal_credit", {}, "council")
    yield DatedMessage("move_costs", {}, "unknown")


def _council_tax(day: date, after: Case) -> Iterator[DatedMessage]:
    if not is_asked(after):
        yield DatedMessage("move_council_tax_not_given", {"day": day}, "unknown")


def move_deadlines(dated: Dated, place: int, who: str) -> list[Deadline]:
    """Whom to tell of a move and what to claim, with the last days of one line of life."""
    return [
        item
        for day, before, after in moves_shown(dated)
        for item in (
            *_tell_universal_credit(dated, place, day, who),
            *_rent_help(day, before, after, who),
            *_council(day, before, after, who),
        )
    ]


def _tell_universal_credit(dated: Dated, place: int, day: date, who: str) -> Iterator[Deadline]:
    """News that raises the award counts for its period only if told within it."""
    if not dated.case.universal_credit_claimed:
        return
    calendar = dated.manual.calendar_of(place)
    period = int(calendar.period_of(np.array([np.datetime64(day)]))[0])
    by = calendar.period_ends[max(period, 0)].item()
    yield Deadline(
        by=by,
        aim_for=day,
        what="move_tell_universal_credit",
        who=who,
        tell="universal_credit",
        rule=UC_CHANGES,
        keeps=("universal_credit",),
        can_be_extended=True,
        facts={"day": day},
    )


def _rent_help(day: date, before: Case, after: Case, who: str) -> Iterator[Deadline]:
    had, has = gets_housing_benefit(before), gets_housing_benefit(after)
    if had and not has:
        yield Deadline(
            by=day,
            aim_for=day,
            what="move_tell_housing_benefit",
            who=who,
            tell="council",
            rule=f"{HOUSING_BENEFIT}88",
            certainty="rule",
        )
    elif has and (not had or before.council != after.council):
        # A claim made in the week in which rent is first owed is paid from that week (reg 76(2)).
        yield Deadline(
            by=day + timedelta(days=6 - day.weekday()),
            aim_for=day,
            what="move_claim_housing_benefit",
            who=who,
            tell="council",
            rule=f"{HOUSING_BENEFIT}76",
            keeps=("housing_benefit",),
            certainty="council",
            can_be_extended=True,
        )
    elif has:
        yield Deadline(
            by=day,
            aim_for=day,
            what="move_tell_housing_benefit_address",
            who=who,
            tell="council",
            rule=f"{HOUSING_BENEFIT}88",
            keeps=("housing_benefit",),
            certainty="rule",
        )


def _council(day: date, before: Case, after: Case, who: str) -> Iterator[Deadline]:
    if not (is_liable(before) or is_liable(after)):
        return
    yield Deadline(
        by=day + timedelta(days=int(parameter_at(COUNCIL_DAYS, day))),
        aim_for=day,
        what="move_tell_council_tax",
        who=who,
        tell="council",
        rule=COUNCIL_TAX,
        certainty="council",
    )
    if is_liable(after) and (before.council != after.council or not is_liable(before)):
        yield Deadline(
            by=day,
            aim_for=day,
            what="move_claim_council_tax_reduction",
            who=who,
            tell="council",
            rule=REDUCTION_IN.get(after.nation, REDUCTION),
            keeps=("council_tax_reduction",),
            certainty="council",
            can_be_extended=True,
        )
