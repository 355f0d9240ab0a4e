"""The dated simulation against worked patterns, the law's clocks on both sides, and properties."""

from datetime import date

import numpy as np
import pytest

from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.timeline import timeline
from benefits_calc.case import CaseError
from benefits_calc.engine.dated.earnings import one_in_each
from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.months import Dated, simulate_months
from benefits_calc.engine.dated.scenario import AS_YOU_ARE, in_job
from benefits_calc.engine.dated.state import STATES
from tests.analysis.walks import bola, marcus
from tests.engine.dated_cases import p1
from tests.engine.whole_cases import NAMES, scenario

FIRST, LAST = date(2026, 10, 1), date(2027, 12, 31)
MONTH_1 = {"tax_code": "1257L M1", "starter_declaration": None}
IN_THE_JOB = 1


def simulated(case, *scenarios, first=FIRST, last=LAST) -> Dated:
    return simulate_months(
        case, scenarios or scenarios_of(case, (case.job.hours_per_week,)), first, last
    )


def awards(dated: Dated, place: int = IN_THE_JOB) -> dict[date, float]:
    """Awards by the first day of their period."""
    return {
        start.item(): round(float(award), 2)
        for start, award in zip(
            dated.calendar.period_starts, dated.manual.states.award[:, place], strict=True
        )
    }


def states(dated: Dated, place: int = IN_THE_JOB, *, automatic: bool = False) -> dict[date, str]:
    settled = dated.automatic if automatic else dated.manual
    return {
        start.item(): STATES[code]
        for start, code in zip(
            dated.calendar.period_starts, settled.states.code[:, place], strict=True
        )
    }


# --- patterns of pay days ---------------------------------------------------------------------


def test_four_weekly_pay_comes_twice_in_one_period():
    # 8 January to 7 February holds the 8th of January and the 5th of February.
    case = p1(job={"paid": "four_weekly", "pay_day": None, "starts": "2026-11-09", **MONTH_1})
    found = awards(simulated(case))
    assert found[date(2026, 12, 8)] == 999.68
    assert found[date(2027, 1, 8)] == 459.81


def test_weekly_pay_comes_four_or_five_times():
    case = p1(job={"paid": "weekly", "pay_day": "friday", **MONTH_1})
    dated = simulated(case)
    found = awards(dated)
    packets = dict(
        zip(
            found,
            dated.manual.earnings_of(IN_THE_JOB).packets[:, IN_THE_JOB, 0].tolist(),
            strict=True,
        )
    )
    assert (packets[date(2026, 12, 8)], found[date(2026, 12, 8)]) == (4, 999.43)
    assert (packets[date(2027, 1, 8)], found[date(2027, 1, 8)]) == (5, 864.40)


@pytest.mark.parametrize(
    ("moved", "expected"), [(True, (954.70, 954.70)), (False, (369.84, 1304.70))]
)
def test_two_monthly_wages_in_one_period(moved: bool, expected: tuple[float, float]):
    # Paid on 31 December, 29 January, 26 February and 31 March; periods from the 30th. The one to
    # 29 January holds two wages, and the one from 27 February to 29 March none.
    case = p1(
        job={"pay_day": "last_working_day", **MONTH_1},
        benefits_now={"universal_credit": {"assessment_period_starts_on": 30}},
        choices={"reallocate_double_pay": moved},
    )
    found = awards(simulated(case))
    assert (found[date(2026, 12, 30)], found[date(2027, 2, 27)]) == expected
    assert found[date(2027, 1, 30)] == 954.70


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([3, 3, 5, 6], [3, 4, 5, 6]),
        ([3, 4, 6, 6, 7], [3, 4, 5, 6, 7]),
        ([3, 4, 4, 5, 7, 8, 9], [3, 4, 5, 6, 7, 8, 9]),
        ([3, 3, 4, 5], [3, 3, 4, 5]),  # no gap to move into
        ([3, 4, 5, 5], [3, 4, 5, 5]),  # the job ends there
        ([3, 4, 5], [3, 4, 5]),
        ([3], [3]),
    ],
)
def test_a_wage_moves_only_into_a_gap_of_its_own_run(places: list[int], moved: list[int]):
    assert one_in_each(np.array(places)).tolist() == moved


# --- the advisers' walks ----------------------------------------------------------------------


def test_marcus_is_told_of_the_period_with_two_wages():
    case = marcus(job__starts="2027-01-11", job__first_pay_date="2027-02-05")
    found = timeline(case, months=12).lines[0]
    twice = [period for period in found.periods if period.wages_counted == 2]
    assert [period.award for period in twice] == [791.60]
    assert {p.award for p in found.periods if p.wages_counted == 0} == {1433.20}
    usual = [p.award for p in found.periods if p.wages_counted == 1][1:]
    assert set(usual) == {1229.83}
    assert "several_wages" in [m.code for month in found.months for m in month.messages]


def test_bola_pays_more_rent_while_five_wages_leave_no_award():
    case = bola(job__starts="2026-10-05", job__pay_day="friday", job__tax_code="1257L M1")
    case = case.at(date(2026, 9, 1))
    dated = timeline(case, months=6, before=0)
    line = dated.lines[0]
    by_start = {period.starts: period for period in line.periods}
    assert (by_start[date(2026, 11, 8)].wages_counted, by_start[date(2026, 11, 8)].award) == (
        4,
        159.63,
    )
    assert by_start[date(2027, 1, 8)].state == "nil"
    rent_help = {e.day: e.amount for e in line.cash if e.source == "housing_benefit"}
    # 8 January is a Friday: the Mondays of that period are 11 January to 1 February.
    assert rent_help[date(2027, 1, 4)] == 262.00
    assert rent_help[date(2027, 1, 11)] == 125.26
    assert rent_help[date(2027, 2, 1)] == 125.26
    assert rent_help[date(2027, 2, 8)] == 262.00
    assert {e.why for e in line.cash if e.amount == 125.26} == {"means_test"}
    journal = next(d for d in line.deadlines if d.what == "look_at_journal")
    assert journal.by == date(2027, 2, 12)


# --- the clocks of a nil spell ----------------------------------------------------------------


def well_paid(months: int, **changes):
    """No housing element, the standard rate, and a wage that leaves no award."""
    return p1(
        claimant={"health_element": "standard", "health_element_basis": None},
        home={"tenure": "with_family", "rent": None, "bedrooms": None},
        job={
            "starts": "2026-12-14",
            "pay_day": 28,
            "hours_per_week": 50.0,
            "hourly_pay": 15.0,
            "arrears_weeks": None,
        },
        events=[{"on": str(date(2027, months, 28)), "kind": "job_ends"}],
        **changes,
    )


def with_element(months: int):
    """The same with a transitional element of 100."""
    return well_paid(
        months,
        benefits_now={
            "universal_credit": {"transitional_element": {"amount": 100.0, "per": "month"}}
        },
    )


def first_nil(dated: Dated) -> date:
    return next(start for start, state in states(dated).items() if state == "nil")


def test_a_transitional_element_is_kept_by_a_claim_in_three_months_of_the_last_day():
    line = timeline(with_element(2), months=12).lines[0]
    nil = next(period for period in line.periods if period.state == "nil")
    assert nil.starts == date(2027, 1, 8)
    by = {d.what: d.by for d in line.deadlines}
    assert by["claim_to_keep_transitional_element"] == date(2027, 5, 6)
    assert by["claim_to_keep_health_element"] == date(2027, 7, 7)
    assert by["claim_to_keep_same_periods"] == date(2027, 7, 7)


@pytest.mark.parametrize(("last_month", "kept"), [(3, True), (4, False)])
def test_the_transitional_element_on_both_sides_of_its_clock(last_month: int, kept: bool):
    # Nil from 8 January: an award from 8 April revives it, one from 8 May does not.
    found = awards(simulated(with_element(last_month)))
    assert found[date(2027, 11, 8)] == (742.16 if kept else 642.16)


@pytest.mark.parametrize(("last_month", "award"), [(5, 642.16), (7, 424.90)])
def test_the_health_element_on_both_sides_of_its_clock(last_month: int, award: float):
    # Nil from 8 January: six months end on 7 July.
    dated = simulated(well_paid(last_month))
    assert first_nil(dated) == date(2027, 1, 8)
    again = next(start for start, state in states(dated).items() if state == "reclaimed")
    assert (again < date(2027, 7, 8)) == (award == 642.16)
    found = dict(zip(awards(dated), dated.manual.awards.universal_credit[:, 1], strict=True))
    assert found[again] == award


@pytest.mark.parametrize(("last_month", "award"), [(4, 854.70), (8, 642.16)])
def test_the_higher_rate_is_lost_for_good_after_six_months(last_month: int, award: float):
    plain = well_paid(last_month)
    protected = {"health_element": "protected", "health_element_basis": "pre_2026"}
    case = plain.model_copy(
        update={
            "claimant": plain.claimant.model_copy(update=protected),
            "job": plain.job.model_copy(update={"hours_per_week": 60.0}) if plain.job else None,
        }
    )
    assert list(awards(simulated(case, last=date(2028, 4, 30))).values())[-1] == award


def test_later_months_are_tried_again_five_times_and_no_more():
    dated = simulated(well_paid(5))
    again = states(dated, automatic=True)
    assert "retried" in again.values()
    late = states(simulated(well_paid(7)), automatic=True)
    assert "retried" not in late.values()
    assert "reclaimed" in late.values()


def test_savings_over_the_limit_keep_nothing():
    case = p1(
        events=[
            {"on": "2027-02-01", "kind": "savings", "savings": 17000},
            {"on": "2027-04-01", "kind": "savings", "savings": 5000},
        ]
    )
    dated = simulated(case, AS_YOU_ARE)
    found = states(dated, 0)
    assert found[date(2027, 1, 8)] == "nil"
    assert found[date(2027, 3, 8)] == "reclaimed"
    paid = awards(dated, 0)
    # 424.90 and rent until the element is found again at the rate for new claims.
    assert paid[date(2027, 3, 8)] == 874.90
    # Claimed on 12 March: the wait ends on 11 June, so the element comes with the period after.
    assert paid[date(2027, 6, 8)] == 874.90
    assert paid[date(2027, 7, 8)] == 1092.16


def test_a_year_at_the_threshold_holds_the_cap_off_for_nine_months():
    capped = {
        "region": "london",
        "claimant": {
            "work_capability": "none",
            "health_element": None,
            "health_element_basis": None,
        },
        "home": {"rent": {"amount": 1439.97, "per": "month"}},
        "job": {
            "starts": "2026-11-02",
            "hours_per_week": 20.0,
            "tax_code": "1257L M1",
            "starter_declaration": None,
        },
    }
    ended = [{"on": "2027-12-31", "kind": "job_ends"}]
    long = simulated(p1(**capped, events=ended), last=date(2028, 12, 31))
    short = simulated(
        p1(**capped, events=[{"on": "2027-09-30", "kind": "job_ends"}]), last=date(2028, 12, 31)
    )
    full = 424.90 + 1439.97
    after = {start: award for start, award in awards(long).items() if start >= date(2028, 2, 8)}
    assert after[date(2028, 2, 8)] == pytest.approx(full)
    assert after[date(2028, 11, 8)] == 1413.92
    assert awards(short)[date(2027, 11, 8)] == 1413.92


# --- events -----------------------------------------------------------------------------------


def test_pip_stops_after_28_days_in_hospital_and_comes_back():
    case = p1(
        claimant={"pip": {"daily_living": "standard"}},
        events=[{"on": "2027-01-04", "kind": "hospital", "until": "2027-02-21"}],
    )
    weeks = simulated(case, AS_YOU_ARE).weeks
    pip = {m.day: float(a) for m, a in zip(weeks.moments, weeks.family["pip"][:, 0], strict=True)}
    # Unpaid from 2 to 20 February: the day in and the day out are paid (SI 2013/377 reg 32(2)).
    assert pip[date(2027, 1, 25)] == 76.70
    assert pip[date(2027, 2, 1)] == pytest.approx(10.96, abs=0.005)
    assert pip[date(2027, 2, 8)] == 0
    assert pip[date(2027, 2, 15)] == pytest.approx(10.96, abs=0.005)
    assert pip[date(2027, 2, 22)] == 76.70


def test_a_child_counts_for_the_whole_period_of_the_birth():
    case = p1(events=[{"on": "2027-02-07", "kind": "birth"}])
    found = awards(simulated(case, AS_YOU_ARE), 0)
    assert found[date(2026, 12, 8)] == 1304.70
    assert found[date(2027, 1, 8)] == pytest.approx(1304.70 + 303.94)


def test_moving_home_counts_for_the_whole_period_of_the_move():
    home = {"tenure": "with_family", "council_tax": {"liable": False}}
    case = p1(events=[{"on": "2027-02-07", "kind": "move", "home": home}])
    found = awards(simulated(case, AS_YOU_ARE), 0)
    assert (found[date(2026, 12, 8)], found[date(2027, 1, 8)]) == (1304.70, 854.70)


def test_an_award_decided_is_read_by_its_amount():
    case = p1(
        events=[
            {
                "on": "2027-02-01",
                "kind": "award_decided",
                "benefit": "pip",
                "amount": {"amount": 76.70, "per": "week"},
            }
        ]
    )
    weeks = simulated(case, AS_YOU_ARE).weeks
    assert weeks.family["pip"][-1, 0] == 76.70


def test_two_stays_in_hospital_close_to_each_other_count_together():
    # 19 whole days, 16 days between, and the tenth day of the second stay is the first unpaid.
    case = p1(
        claimant={"pip": {"daily_living": "standard"}},
        events=[
            {"on": "2027-01-04", "kind": "hospital", "until": "2027-01-24"},
            {"on": "2027-02-08", "kind": "hospital", "until": "2027-02-28"},
        ],
    )
    weeks = simulated(case, AS_YOU_ARE).weeks
    pip = {m.day: float(a) for m, a in zip(weeks.moments, weeks.family["pip"][:, 0], strict=True)}
    assert pip[date(2027, 2, 8)] == 76.70
    assert pip[date(2027, 2, 15)] == pytest.approx(32.87, abs=0.005)
    assert pip[date(2027, 2, 22)] == pytest.approx(10.96, abs=0.005)
    assert pip[date(2027, 3, 1)] == 76.70


def test_an_lcwra_decision_brings_the_element_three_months_after_the_first_evidence():
    case = p1(
        claimant={
            "work_capability": "awaiting_assessment",
            "work_capability_since": None,
            "health_element": None,
            "health_element_basis": None,
            "fit_note_from": "2026-12-10",
        },
        events=[{"on": "2027-01-20", "kind": "award_decided", "benefit": "lcwra"}],
    )
    found = awards(simulated(case, AS_YOU_ARE), 0)
    # The three months end on 9 March, in the period to 7 April.
    assert found[date(2027, 3, 8)] == 874.90
    assert found[date(2027, 4, 8)] == 1092.16


def test_a_student_who_is_barred_is_refused():
    case = p1(
        claimant={
            "born": "2006-05",
            "work_capability": "none",
            "work_capability_since": None,
            "health_element": None,
            "health_element_basis": None,
            "student": {
                "full_time": True,
                "course_start": "2026-09",
                "course_end": "2028-06",
                "loan": {"amount": 9000, "per": "year"},
                "grant": {"amount": 0, "per": "year"},
                "capability_decided_before": False,
            },
        }
    )
    with pytest.raises(CaseError, match="student"):
        simulated(case)


# --- properties -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_one_run_for_several_hours_is_as_several_runs(name: str):
    case = scenario(name)
    together = timeline(case, (8.0, 16.0, 30.0), months=8)
    alone = timeline(case, (16.0,), months=8)
    assert together.lines[1].cash == alone.lines[0].cash
    assert together.as_you_are.cash == alone.as_you_are.cash


@pytest.mark.parametrize("name", NAMES)
def test_a_longer_run_begins_as_a_shorter_one(name: str):
    case = scenario(name)
    short, long = timeline(case, (30.0,), months=6), timeline(case, (30.0,), months=14)
    length = len(short.lines[0].cash)
    assert long.lines[0].cash[:length] == short.lines[0].cash


@pytest.mark.parametrize("name", NAMES)
def test_months_as_you_are_are_the_comparison_s_now(name: str):
    case = scenario(name)
    now = compare(case, (0.0,), with_thresholds=False).now.per_month
    dated = simulate_months(case, (AS_YOU_ARE,), date(2026, 11, 1), date(2027, 2, 28))
    place = int(dated.calendar.period_of(np.array([case.as_at], dtype="datetime64[D]"))[0])
    award = now["universal_credit"]
    if not (case.claimant.jobs or (case.partner and case.partner.jobs)):
        assert dated.manual.states.award[place, 0] == pytest.approx(award)
    week = int(np.searchsorted(dated.calendar.weeks, np.datetime64(case.as_at), side="right")) - 1
    for line, amounts in dated.weeks.family.items():
        if line == "guardians_allowance":
            continue
        assert round(float(amounts[week, 0]) * 52 / 12, 2) == pytest.approx(now[line], abs=0.011)


def test_steady_months_in_the_job_are_the_comparison_s():
    case = p1(as_at="2026-12-01", job=MONTH_1)
    found = awards(simulated(case, AS_YOU_ARE, *(in_job(h) for h in (4.0, 12.0, 20.0, 30.0))))
    assert found
    dated = simulated(case, AS_YOU_ARE, *(in_job(h) for h in (4.0, 12.0, 20.0, 30.0)))
    for place, hours in enumerate((4.0, 12.0, 20.0, 30.0), start=1):
        (point,) = compare(case, (hours,), with_thresholds=False).points
        assert awards(dated, place)[date(2027, 1, 8)] == point.per_month["universal_credit"]
