"""Help besides money at each point: states, limits on real pay, nations, dates and values."""

import re
from dataclasses import replace
from typing import Any

import pytest

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.analysis.help_besides_money import (
    GAINED,
    KEPT,
    LOST,
    NOT_AFFECTED,
    OPEN,
    UNTOUCHED,
    VARIES,
    HelpStatus,
)
from benefits_calc.case import Case
from benefits_calc.engine.help import (
    BY_VARIABLE,
    CONDITIONS,
    help_found,
    items_for,
    variables_behind,
)
from benefits_calc.engine.switches import HELP_SWITCHES, SWITCHES
from benefits_calc.engine.system import rules_system
from benefits_calc.rules.help_items import help_items
from tests.analysis.walks import bola, marcus
from tests.engine.whole_cases import NAMES, case_with, compared, scenario

CHILD_OF_TEN = {"children": [{"born": "2016-05"}]}
SCOTLAND: dict[str, Any] = {"nation": "scotland"}
WALES: dict[str, Any] = {"nation": "wales"}


def items(comparison: Comparison, hours: float | None = None) -> dict[str, HelpStatus]:
    """Items by code: now, or at some hours."""
    points = [p for p in comparison.points if p.hours_per_week == hours]
    (point,) = points if hours is not None else [comparison.now]
    return {status.code: status for status in point.help}


def at(case: Case, hours: float) -> dict[str, HelpStatus]:
    return items(compared(case, hours), hours)


# --- limits on the pay of a month --------------------------------------------------------------


def test_prescriptions_of_somebody_paid_four_weekly():
    """One pay of 796.77 is within 935 and two, 1,593.54, are not: no average is looked at."""
    found = at(marcus(), 16)["prescriptions"]
    assert found.state == VARIES
    assert found.pay_test is not None
    assert (found.pay_test.limit, found.pay_test.usual_month) == (935, 796.77)
    assert found.pay_test.month_with_extra_pay_day == 1593.54
    assert (found.value_pounds, found.value_is, found.verified) == (114.50, "up_to", True)


@pytest.mark.parametrize(
    ("paid", "hours", "state"),
    [
        ("monthly", 16, KEPT),
        ("weekly", 16, VARIES),
        ("fortnightly", 16, VARIES),
        ("four_weekly", 16, VARIES),
        ("weekly", 14, KEPT),
        ("monthly", 20, LOST),
        ("weekly", 20, LOST),
    ],
)
def test_prescriptions_by_the_pay_cycle(paid: str, hours: float, state: str):
    """16 h are 863.17 a month net of pension, and five weeks of 199.19; 14 h five of 177.94."""
    assert at(case_with(job__paid=paid), hours)["prescriptions"].state == state


def test_where_prescriptions_end_is_found_to_the_penny():
    comparison = compared(case_with(job__pension={"scheme": "none"}), 16, thresholds=True)
    (line,) = [t for t in comparison.thresholds if t.code == "nhs_help"]
    assert (line.starts, line.gross_per_pay_period, line.hours_per_week) == (False, 935.01, 16.98)
    assert line.certainty == "rule"
    assert items(comparison)["prescriptions"].ends_at is not None
    ends = items(comparison, 16)["prescriptions"].ends_at
    assert ends is not None
    assert (ends.hours_per_week, ends.gross_per_pay_period) == (16.98, 935.01)
    assert items(comparison, 16)["prescriptions"].not_every_month_from is None


def test_where_a_month_with_an_extra_pay_day_is_over_is_a_line_of_its_own():
    """Two pays of 467.50 are 935: a penny more each is over."""
    no_pension = {"job__paid": "four_weekly", "job__pension": {"scheme": "none"}}
    comparison = compared(case_with(**no_pension), 16, thresholds=True)
    lines = {t.code: t.gross_per_pay_period for t in comparison.thresholds if not t.starts}
    assert lines["nhs_help_every_month"] == 467.51
    assert lines["nhs_help"] == 935.01
    found = items(comparison)["prescriptions"]
    assert found.not_every_month_from is not None
    assert found.not_every_month_from.gross_per_pay_period == 467.51


def test_lines_of_help_leave_the_lines_of_money_as_they_are():
    """A line of help moves no money; what moves on the same penny has its own line."""
    comparison = compared(scenario("a05"), 16, thresholds=True)
    codes = {switch.code for switch in HELP_SWITCHES}
    of_help = [t for t in comparison.thresholds if t.code in codes]
    assert len(of_help) > 1
    for line in of_help:
        assert not line.permanent
        assert (line.change_per_month, line.loss_per_month) == (0, 0)
    (costs,) = [t for t in comparison.thresholds if t.code == "costs_of_work"]
    assert costs.change_per_month < -50


def test_healthy_start_goes_on_in_a_month_with_an_extra_pay_day():
    """At 8 h four-weekly one pay is 406.72, within 408, and two are over: one of two is enough."""
    toddler = {"children": [{"born": "2024-06"}], "job__paid": "four_weekly"}
    found = at(case_with(**toddler), 8)["healthy_start"]
    assert found.state == KEPT
    assert found.pay_test is not None
    assert (found.pay_test.usual_month, found.pay_test.limit) == (406.72, 408)
    assert (found.value_pounds, found.value_is) == (241.80, "about")
    assert at(case_with(**toddler, job__hourly_pay=12.76), 8)["healthy_start"].state == LOST


@pytest.mark.parametrize("name", NAMES)
def test_the_award_of_a_real_month_agrees_with_the_run_for_it(name: str):
    """Worked out apart: the closed form for help, and the whole award of rows for those months."""
    case = scenario(name)
    comparison = compared(case, 0, 10, 20, 30, 37.5, 45)
    for point in comparison.points:
        assert point.usual_period is not None
        assert point.worst_period is not None
        by_code = {status.code: status for status in point.help}
        opener = by_code.get("flexible_support_fund")
        esa = bool(point.per_month["new_style_esa"])
        usual, worst = point.usual_period.universal_credit, point.worst_period.universal_credit
        open_usual = opener is not None and opener.state in (KEPT, VARIES, GAINED)
        open_every = opener is not None and opener.state in (KEPT, GAINED)
        assert open_usual == (usual > 0 or esa), point.hours_per_week
        assert open_every == (worst > 0 or esa), point.hours_per_week


# --- states ------------------------------------------------------------------------------------


def test_what_any_work_ends_and_opens():
    found = at(case_with(), 1)
    assert found["cold_weather_payment"].state == LOST
    assert found["jobcentre_travel_card"].state == LOST
    assert (found["help_to_save"].state, found["access_to_work"].state) == (GAINED, GAINED)
    assert found["warm_home_discount"].state == KEPT
    assert found["crisis_and_resilience_fund"].state == NOT_AFFECTED


def test_what_ends_with_universal_credit():
    found = at(case_with(), 75)
    assert {code for code, status in found.items() if status.state == LOST} >= {
        "warm_home_discount",
        "broadband_social_tariff",
        "flexible_support_fund",
        "sure_start_maternity_grant",
        "prescriptions",
    }
    assert "help_to_save" not in found


def test_supported_housing_paid_weekly_in_months_with_five_pay_days():
    """Full time there is no Universal Credit in such a month; Housing Benefit opens some of it."""
    found = at(bola(), 37.5)
    assert found["flexible_support_fund"].state == VARIES
    assert found["warm_home_discount"].state == KEPT


def test_nothing_is_said_to_be_open_that_is_open_neither_now_nor_here():
    found = at(case_with(claims_universal_credit=False, benefits_now={}), 16)
    assert not set(found) & {"prescriptions", "warm_home_discount", "help_to_save"}
    assert found["nhs_low_income_scheme"].state == NOT_AFFECTED
    assert found["access_to_work"].state == GAINED


def test_now_has_open_or_varies_alone_and_points_never_open():
    comparison = compared(case_with(), 0, 8, 16, 30)
    assert {status.state for status in comparison.now.help} <= {OPEN, VARIES}
    for point in comparison.points:
        assert OPEN not in {status.state for status in point.help}


@pytest.mark.parametrize("name", NAMES)
def test_help_is_in_no_total_and_untouched_help_stays(name: str):
    """Everything open now that no pay decides is there at every point."""
    comparison = compared(scenario(name), 0, 16, 37.5)
    untouched = {s.code for s in comparison.now.help if s.trigger in UNTOUCHED}
    assert untouched
    for point in comparison.points:
        assert {s.code for s in point.help if s.state == NOT_AFFECTED} == untouched
        assert not set(point.per_month) & {s.code for s in point.help}


# --- nations and dates -------------------------------------------------------------------------


def test_scotland_has_its_own_help():
    child = {"children": [{"born": "2024-06"}]}
    found = items(compared(case_with(**SCOTLAND, **child), 16))
    assert {"prescriptions_for_all", "dental_and_glasses", "winter_heating_payment"} <= set(found)
    assert {"best_start_foods", "best_start_grant", "scottish_welfare_fund"} <= set(found)
    assert not {"prescriptions", "healthy_start", "cold_weather_payment"} & set(found)
    foods = found["best_start_foods"]
    assert (foods.value_pounds, foods.value_is) == (280.80, "about")
    assert (found["winter_heating_payment"].value_pounds, foods.verified) == (59.75, True)
    assert not found["winter_heating_payment"].verified


def test_wales_has_its_own_help():
    found = items(compared(case_with(**WALES), 16))
    assert {"prescriptions_for_all", "dental_and_glasses", "cold_weather_payment"} <= set(found)
    assert {"discretionary_assistance_fund", "warm_home_discount"} <= set(found)
    assert not {"prescriptions", "crisis_and_resilience_fund"} & set(found)


def test_school_meals_in_england_before_and_after_september_2026():
    before = case_with(**CHILD_OF_TEN, as_at="2026-08-31")
    after = case_with(**CHILD_OF_TEN, as_at="2026-09-01")
    early, late = at(before, 16)["school_meals"], at(after, 16)["school_meals"]
    assert (early.state, late.state) == (LOST, KEPT)
    assert early.pay_test is not None
    assert early.pay_test.limit == 616.67
    assert late.pay_test is None
    # The end of the limit was announced; no instrument was found.
    assert not late.verified
    assert (late.value_pounds, late.value_is) == (500, "about")


def test_school_meals_of_a_child_in_primary_school_in_wales_are_for_all():
    found = at(case_with(**WALES, **CHILD_OF_TEN), 16)
    assert found["school_meals_for_all"].state == NOT_AFFECTED
    assert "school_meals_wales" not in found
    older = {"children": [{"born": "2013-05"}]}
    assert at(case_with(**WALES, **older), 16)["school_meals_wales"].state == LOST


def test_school_meals_in_p6_stay_with_scottish_child_payment():
    paid = {"benefits_now__scottish_child_payment": {"amount": 28.20, "per": "week"}}
    found = at(case_with(**SCOTLAND, **CHILD_OF_TEN, **paid), 20)
    assert found["school_meals_scotland"].state == LOST
    assert found["school_meals_by_child_payment"].state == KEPT
    assert not found["school_meals_scotland"].verified


def test_a_day_before_a_rule_is_held_leaves_the_item_out_and_says_so():
    comparison = compared(case_with(as_at="2025-03-01"), 16)
    assert "help_to_save" not in items(comparison, 16)
    said = {gap.facts["help"] for gap in comparison.not_covered if gap.code == "help_not_held"}
    assert {"help_to_save", "warm_home_discount"} <= said
    later = compared(case_with(), 16)
    assert "help_not_held" not in {gap.code for gap in later.not_covered}


def test_a_stated_pregnancy_and_an_unstated_one():
    stated = items(compared(case_with(claimant__pregnant_due="2027-03-01"), 16))
    assert "healthy_start" in stated
    assert stated["healthy_start"].value_pounds is None
    assert "healthy_start_if_pregnant" not in stated
    unstated = items(compared(case_with(), 16))
    assert unstated["healthy_start_if_pregnant"].asks == ("pregnancy",)


def test_disability_benefits_open_a_railcard_and_passes_whatever_the_pay():
    plain = at(case_with(), 37.5)
    assert not {"disabled_persons_railcard", "bus_pass", "blue_badge"} & set(plain)
    found = at(case_with(claimant__pip={"daily_living": "standard"}), 37.5)
    assert found["disabled_persons_railcard"].state == NOT_AFFECTED
    assert "blue_badge" not in found
    mobile = at(case_with(claimant__pip={"mobility": "enhanced"}), 37.5)
    assert mobile["blue_badge"].certainty == "council"
    blind = at(case_with(claimant__severely_sight_impaired=True), 16)
    assert (blind["tv_licence"].value_pounds, blind["tv_licence"].value_is) == (90, "exact")


def test_an_owner_with_a_mortgage_and_a_tenant():
    home = {"tenure": "mortgaged", "mortgage": {"amount": 500, "per": "month"}}
    owner = case_with(home={**home, "council_tax": {"liable": False}})
    assert items(compared(owner, 16))["mortgage_interest_loan"].certainty == "dwp_decision"
    assert "mortgage_interest_loan" not in items(compared(case_with(), 16))
    tenant = items(compared(case_with(**SCOTLAND), 16))
    assert tenant["discretionary_housing_payment"].certainty == "council"


# --- the registry ------------------------------------------------------------------------------


def test_the_registry_is_whole():
    found = help_items()
    assert len({item.id for item in found}) == len(found)
    codes = {switch.code for switch in SWITCHES}
    for item in found:
        assert item.nations, item.id
        assert set(item.nations) <= {"england", "scotland", "wales"}
        assert {name for group in item.open_when for name in group} <= set(CONDITIONS), item.id
        assert item.threshold is None or item.threshold in codes, item.id
        assert item.certainty in {"rule", "dwp_decision", "council", "provider", "unknown"}
        assert item.verified_from < item.verified_until
        assert re.match(r"https://\S+\.\w+", item.reference)
        if item.value is not None:
            assert (item.value.variable is None) != (item.value.parameter is None)
            assert item.value.kind in {"exact", "about", "up_to"}
    used = {name for item in found for group in item.open_when for name in group}
    opposites = {"child", "savings_over_limit"}
    assert set(CONDITIONS) - opposites == used


def test_every_condition_by_variable_names_a_variable():
    known = set(rules_system().variables)
    assert {name for pair in BY_VARIABLE.values() for name in pair} <= known
    day = compared(case_with(), 16).dates.as_at
    for nation in ("england", "scotland", "wales"):
        assert set(variables_behind(nation, day)) <= known


def test_an_item_that_was_not_checked_for_the_day_is_never_exact():
    (item,) = [item for item in help_items() if item.id == "warm_home_discount"]
    assert item.is_verified_on(item.verified_until)
    assert not item.is_verified_on(item.verified_until.replace(year=2028))
    assert not replace(item, checked="secondary-page").is_verified_on(item.verified_until)
    for name in NAMES:
        comparison = compared(scenario(name), 16)
        for point in (comparison.now, *comparison.points):
            for status in point.help:
                assert status.verified or status.value_is != "exact", status.code


def test_items_are_worked_out_once_for_every_row():
    case = case_with()
    comparison = compared(case, 16)
    listed = items_for(case.nation, comparison.dates.as_at)
    assert {item.id for item in listed} >= set(items(comparison, 16))
    from tests.engine.whole_cases import swept  # noqa: PLC0415

    outcome = swept(case, [0.0, 16.0]).outcome
    assert [found.item for found in help_found(outcome)] == list(listed)
