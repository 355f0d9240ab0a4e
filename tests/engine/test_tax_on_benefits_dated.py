"""Tax on benefits by the tax year (ITEPA 2003 ss.660, 661), worked out again day by day."""

from datetime import date, timedelta
from typing import Any

import pytest

from benefits_calc.analysis.timeline import timeline
from benefits_calc.case import Case
from benefits_calc.engine.dated.months import simulate_months
from benefits_calc.engine.dated.scenario import AS_YOU_ARE, in_job
from benefits_calc.engine.dated.tax_on_benefits import years_of_tax
from benefits_calc.words.dated import cash_why, message_sentence
from tests.engine.dated_cases import p1
from tests.engine.whole_cases import compared, scenario

YEAR = (date(2027, 4, 6), date(2028, 4, 5))


def on_esa(**changes: Any) -> Case:
    facts: dict[str, Any] = {
        "claims_universal_credit": False,
        "claimant": {
            "health_element": None,
            "health_element_basis": None,
            "new_style_esa": {"group": "support", "claimed_from": "2024-01"},
        },
        "benefits_now": {
            "universal_credit": None,
            "new_style_esa": {"amount": 145.90, "per": "week"},
        },
        "job": {"hours_per_week": 15.0},
    }
    return p1(**(facts | changes))


def tax_of_a_year(income: float) -> float:
    """England: 12,570 free, then a fifth up to 50,270."""
    return 0.2 * max(income - 12_570, 0.0)


def test_the_year_is_counted_day_by_day():
    case = on_esa()
    dated = simulate_months(case, (AS_YOU_ARE, in_job(15.0)), date(2026, 8, 1), date(2028, 4, 30))
    weeks = dated.weeks
    by_monday = {
        moment.day: float(amount)
        for moment, amount in zip(
            weeks.moments, weeks.counted["new_style_esa"][:, 1, 0], strict=True
        )
    }
    days = [YEAR[0] + timedelta(days=n) for n in range((YEAR[1] - YEAR[0]).days + 1)]
    esa = sum(by_monday[day - timedelta(days=day.weekday())] / 7 for day in days)
    slips = dated.payslips
    rows = [
        row
        for row in range(slips.count)
        if slips.scenario[row] == 1 and YEAR[0] <= slips.due_on[row].item() <= YEAR[1]
    ]
    assert len(rows) == 12
    pay = sum(float(slips.gross[row] - slips.employee_pension[row]) for row in rows)
    taken = sum(float(slips.income_tax[row]) for row in rows)
    (found,) = [year for year in years_of_tax(dated) if year.ends == YEAR[1]]
    assert found.benefits[1] == pytest.approx(esa, abs=0.01)
    assert found.amounts[1] == pytest.approx(tax_of_a_year(pay + esa) - taken, abs=0.01)
    assert found.amounts[0] == 0
    assert found.due == date(2029, 1, 31)


def test_a_year_is_twelve_months_of_the_comparison():
    """52 weeks against the 366 days of the year to 5 April 2028: within one week's tax."""
    for name in ("a04", "w2", "w4", "a07"):
        case = scenario(name)
        assert case.job is not None
        hours = case.job.hours_per_week
        assert hours is not None
        month = compared(case, hours).points[0].per_month["tax_on_benefits"]
        assert month is not None
        line = timeline(case, (hours,), months=24).lines[0]
        (event,) = [e for e in line.cash if e.source == "tax_on_benefits"]
        assert -event.amount == pytest.approx(12 * month, abs=0.2 * 1.5 * 145.90)
        assert (event.day, cash_why(event).startswith("Tax on benefits")) == (
            date(2029, 1, 31),
            True,
        )


def test_a_code_lowered_for_the_benefit_leaves_next_to_nothing():
    """A code that HMRC has lowered takes it from pay: only the code's rounding is left."""
    plain = timeline(on_esa(), months=20).lines[0]
    code = {"hours_per_week": 15.0, "tax_code": "automatic", "starter_declaration": None}
    lowered = timeline(on_esa(job=code), months=20)
    amounts: list[dict[Any, Any]] = [
        {m.facts["year_end"]: m.facts["amount"] for m in line.messages if "tax" in m.code}
        for line in (plain, lowered.lines[0])
    ]
    assert amounts[0][YEAR[1]] > 900
    assert amounts[1].get(YEAR[1], 0.0) < 10


def test_the_part_of_a_year_before_the_run_has_the_benefit_and_the_pay_of_the_p45():
    told = {"hours_per_week": 15.0, "pay_this_tax_year": 9_000.0, "tax_this_tax_year": 0.0}
    dates = (date(2026, 8, 1), date(2028, 4, 30))
    bare, with_pay = (
        simulate_months(case, (AS_YOU_ARE, in_job(15.0)), *dates)
        for case in (on_esa(), on_esa(job=told))
    )
    first = [years_of_tax(dated)[0] for dated in (bare, with_pay)]
    assert [year.ends for year in first] == [date(2027, 4, 5)] * 2
    # A whole year of ESA, 145.90 a week but for what April 2026 had before.
    assert first[0].benefits[1] == pytest.approx(145.90 / 7 * 365, abs=5)
    assert first[1].amounts[1] > first[0].amounts[1]


def test_without_a_taxable_benefit_nothing_is_said_or_taken():
    line = timeline(p1(), months=20).lines[0]
    assert not [m for m in line.messages if m.code == "tax_on_benefits_year"]
    assert not [e for e in line.cash if e.source == "tax_on_benefits"]


def test_what_is_said_of_it():
    line = timeline(on_esa(), months=20).lines[0]
    (said,) = [m for m in line.messages if m.facts.get("year_end") == YEAR[1]]
    assert said.certainty == "rule"
    words = message_sentence(said)
    assert "5 April 2028" in words
    assert "31 January 2029" in words
