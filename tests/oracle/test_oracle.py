"""The second reading against the worked figures of the law's written statement."""

from datetime import date
from decimal import Decimal

import pytest

from tests.oracle import universal_credit as uc
from tests.oracle import wages
from tests.oracle.households import (
    Child,
    Deduction,
    Home,
    Household,
    NonDependant,
    Person,
    SelfEmployment,
    Unearned,
)
from tests.oracle.money import penny, per_month
from tests.oracle.wages import Employment, payslip

D = Decimal
NLW = D("12.71")
LCWRA = Person(work_capability="lcwra")
NEW_LCWRA = Person(work_capability="lcwra", health_element="standard")
RENT_450 = Home("social_rent", D(450))


def monthly_job(hours, **facts):
    return Employment(wages.gross_for_hours(D(hours), NLW, "month"), **facts)


# ------------------------------------------------------------------ the hours ladder
LADDER = """
0    0       0     0      0     0       1304.70 1092.16 854.70 874.90
4    220.31  0     0      0     220.31  1304.70 1092.16 854.70 753.73
8    440.61  0     0      0     440.61  1297.21 1084.67 854.70 632.56
12   660.92  0     0      0     660.92  1176.04 963.50  854.70 511.39
16   881.23  18.06 0      0     863.17  1064.81 852.27  770.46 400.16
20   1101.53 29.08 4.80   4.28  1063.37 954.70  742.16  660.35 290.05
25   1376.92 42.85 57.00  26.31 1250.76 851.63  639.09  557.28 186.98
30   1652.30 56.62 109.40 48.34 1437.94 748.68  536.14  454.33 84.03
35   1927.68 70.38 161.80 70.37 1625.13 645.73  433.19  351.38 0
37.5 2065.38 77.27 187.80 81.39 1718.92 594.14  381.60  299.79 0
"""
ROWS = [[D(cell) for cell in line.split()] for line in LADDER.strip().splitlines()]
LADDER_HOMES = ((LCWRA, RENT_450), (NEW_LCWRA, RENT_450), (LCWRA, Home()), (Person(), RENT_450))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}h")
def test_hours_ladder(row):
    hours, gross, pension, tax, insurance, net, *awards = row
    job = monthly_job(hours)
    slip = payslip(job)
    assert (
        slip.gross,
        slip.pension_from_pay,
        slip.income_tax,
        slip.national_insurance,
        slip.net,
    ) == (gross, pension, tax, insurance, net)
    for (person, home), award in zip(LADDER_HOMES, awards, strict=True):
        working = Person(
            work_capability=person.work_capability,
            employment=job,
            health_element=person.health_element,
            in_paid_work=hours > 0,
        )
        result = uc.universal_credit(Household(claimant=working, home=home))
        assert result["award_before_cap"] == award
        assert result["cap_reduction"] == 0
        assert result["award"] + slip.net == award + net


NIL_POINTS = [  # person, home, first nil penny, algebraic net, gross printed for it
    (LCWRA, RENT_450, "2799.18", "2799.18"),
    (NEW_LCWRA, RENT_450, "2412.74", "2412.75"),
    (LCWRA, Home(), "2264.00", "2264.00"),
    (NEW_LCWRA, Home(), "1877.56", "1877.56"),
    (
        Person(age=24, work_capability="lcwra", health_element="standard"),
        Home(),
        "1720.61",
        "1720.62",
    ),
    (Person(work_capability="lcw"), RENT_450, "2017.72", "2017.73"),
    (Person(work_capability="lcw"), Home(), "1482.54", "1482.55"),
    (Person(), RENT_450, "1590.72", "1590.73"),
    (Person(), Home(), "772.54", "772.55"),
]


@pytest.mark.parametrize(("person", "home", "penny_nil", "algebraic"), NIL_POINTS)
def test_first_nil_penny_and_the_one_before(person, home, penny_nil, algebraic):
    def award(net):
        earning = Person(
            age=person.age,
            work_capability=person.work_capability,
            health_element=person.health_element,
            employed_earnings_per_month=net,
        )
        return uc.universal_credit(Household(claimant=earning, home=home))

    nothing = award(D(penny_nil))
    assert nothing["award"] == 0
    assert award(D(penny_nil) - D("0.01"))["award"] >= D("0.01")
    maximum, allowance = nothing["maximum"], nothing["work_allowance"]
    assert uc.first_nil_penny(maximum, allowance) == D(penny_nil)
    assert uc.net_earnings_where_award_ends(maximum, D(0), allowance) == D(algebraic)


# ------------------------------------------------------------------ conventions
def test_rounding_and_monthly_conversion():
    assert uc.earnings_deduction(D("1063.37"), D(427)) == D("350.00")  # 350.0035
    assert penny(D("0.005")) == D("0.01")
    assert penny(D("0.0049")) == D("0.00")
    assert per_month(D("86.45"), "week") == D("374.62")


@pytest.mark.parametrize(
    ("start", "era"),
    [("2025-04-07", 2025), ("2026-04-05", 2025), ("2026-04-06", 2026), ("2027-04-11", 2026)],
)
def test_amounts_go_by_the_start_of_the_assessment_period(start, era):
    assert uc.rate_era(date.fromisoformat(start)) == era


@pytest.mark.parametrize("start", ["2025-04-06", "2027-04-12"])
def test_periods_without_known_amounts_are_refused(start):
    with pytest.raises(ValueError, match="assessment period starting"):
        uc.rate_era(date.fromisoformat(start))


def test_two_child_limit_ends_with_periods_that_start_on_6_april_2026():
    children = (Child(date(2016, 5, 1)), Child(date(2018, 5, 1)), Child(date(2020, 5, 1)))
    before = Household(assessment_period_start=date(2026, 4, 5), children=children)
    after = Household(assessment_period_start=date(2026, 4, 6), children=children)
    assert uc.child_elements(before) == D("339.00") + D("292.81")
    assert uc.child_elements(after) == D("351.88") + 2 * D("303.94")


def test_assessment_period_starts():
    starts = uc.assessment_period_starts(date(2026, 1, 31), 4)
    assert starts == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]
    assert uc.assessment_period_starts(date(2027, 12, 30), 3)[2] == date(2028, 2, 28)
    assert uc.assessment_period_starts(date(2026, 12, 29), 3)[2] == date(2027, 2, 27)


# ------------------------------------------------------------------ pay
def test_gross_pay_of_steady_hours():
    assert wages.gross_for_hours(D(20), NLW, "week") == D("254.20")
    assert wages.gross_for_hours(D(20), NLW, "month") == D("1101.53")
    assert wages.gross_for_hours(D(20), NLW, "four_weeks") == D("1016.80")


def test_minimum_wage_shortfall():
    day = date(2026, 11, 22)
    assert wages.minimum_wage_shortfall(D("10.50"), D(1), 19, day) == D("0.35")
    assert wages.minimum_wage_shortfall(D("12.71"), D(1), 30, day) == 0
    assert wages.minimum_wage(20, day, apprentice=True, first_year=True) == D("8.00")
    assert wages.minimum_wage(20, day, apprentice=True) == D("10.85")
    assert wages.minimum_wage(21, date(2026, 3, 31)) == D("12.21")


def test_pay_adjustment():
    assert wages.pay_adjustment(1257, "month") == D("1048.26")
    assert 12 * wages.pay_adjustment(1257, "month") == D("12579.12")
    assert wages.pay_adjustment(1257, "week") == D("241.92")
    assert wages.pay_adjustment(1257, "two_weeks") == D("483.84")
    assert wages.pay_adjustment(1257, "year") == 12579
    assert wages.pay_adjustment(1000, "week") == 96_16 * D("0.01") + D("96.33")


@pytest.mark.parametrize(
    ("pay", "code", "period", "tax"),
    [
        ("1101.53", "1257L", "month", "10.60"),
        ("2000", "S1257L", "month", "186.89"),
        ("2000", "1257L", "month", "190.20"),
        ("2000", "C1257L M1", "month", "190.20"),
        ("2000.99", "BR", "month", "400.00"),
        ("2000", "0T", "month", "400.00"),
        ("2000", "D0", "month", "800.00"),
        ("2000", "SD0", "month", "420.00"),
        ("2000", "NT", "month", "0"),
        # K100: additional pay ceil(1009 / 12) = 84.09, so 2,084 at 20%.
        ("2000", "K100", "month", "416.80"),
        # K1000: 416.67 + 417.42 additional pay; tax 226.80, but never more than half of 400.
        ("400", "K1000", "month", "200.00"),
    ],
)
def test_tax_of_one_pay_period(pay, code, period, tax):
    assert wages.income_tax(D(pay), code, period, date(2026, 11, 27)) == D(tax)


def test_unknown_tax_code_is_refused():
    with pytest.raises(ValueError, match="tax code 'ABC'"):
        wages.read_tax_code("ABC")


def test_late_start_on_a_cumulative_code():
    pays = [D("1101.53")] * 5
    assert wages.cumulative_income_tax(pays, "1257L", "month", 2026, first_period=8) == [0] * 5
    whole_year = [D("1101.53")] * 12
    tax = wages.cumulative_income_tax(whole_year, "1257L", "month", 2026)
    assert set(tax) <= {D("10.60"), D("10.80")}
    # 12 x 1,101.53 - 12,579.12 = 639.24, cut to 639.
    assert sum(tax) == D("127.80")
    refund = wages.cumulative_income_tax([D(4000), D(0)], "1257L", "month", 2026)
    assert refund[1] == -(refund[0] - D("380.60"))  # 4,000 - 2,096.52 = 1,903 at 20%


def test_national_insurance():
    assert wages.national_insurance(D("1150.00"), "month") == D("8.16")
    assert [wages.national_insurance(D(pay), "week") for pay in (300, 200)] == [D("4.64"), 0]
    # 967.50 over four weeks is above 967 (a year's threshold / 13), not above 4 x 242.
    assert wages.national_insurance(D("967.50"), "four_weeks") == D("0.04")
    assert wages.national_insurance(D("1995"), "two_weeks", category="B") == D("28.04")
    assert wages.national_insurance(D("5000"), "month", category="J") == D("79.04")
    assert wages.national_insurance(D("5000"), "month", over_state_pension_age=True) == 0
    assert wages.round_ni([D("28.0459")]) == D("28.04")
    assert wages.round_ni([D("28.0460")]) == D("28.05")


def test_pension_step_at_the_trigger():
    assert payslip(Employment(D("833.00"))).pension_from_pay == 0
    assert payslip(Employment(D("833.01"))).pension_from_pay == D("15.65")
    assert payslip(Employment(D("833.01"), age=21)).pension_from_pay == 0
    assert payslip(Employment(D("600"), pension_enrolment="joined")).pension_from_pay == D("4.00")
    assert payslip(Employment(D("833"), pension_enrolment="opted_out")).pension_from_pay == 0


def test_pension_schemes_at_20_hours():
    relief = payslip(monthly_job(20, pension_scheme="relief_at_source"))
    assert (relief.pension_worker, relief.pension_from_pay) == (D("29.08"), D("23.26"))
    assert (relief.income_tax, relief.national_insurance) == (D("10.60"), D("4.28"))
    low = payslip(monthly_job(20, pension_scheme="relief_at_source"), ras_counted="net")
    assert penny((low.uc_earned_income - relief.uc_earned_income) * D("0.55")) == D("3.20")
    sacrifice = payslip(monthly_job(20, pension_scheme="salary_sacrifice"))
    assert sacrifice.national_insurance == D("1.96")  # (1,072.45 - 1,048) x 8%
    assert sacrifice.uc_earned_income == sacrifice.net == D("1065.69")
    assert payslip(monthly_job(20)).uc_earned_income == D("1063.37")


def test_student_loan_does_not_lower_what_uc_counts():
    plain, loan = (
        payslip(Employment(D(2200), student_loans=frozenset(plans))) for plans in ((), ("plan_5",))
    )
    assert loan.student_loan == 10
    assert plain.net - loan.net == 10
    assert plain.uc_earned_income == loan.uc_earned_income
    assert wages.student_loan(D(2200), "month", frozenset({"plan_5"}), 2025) == 0
    # 9% above the lower of the two thresholds, and 6% above 1,750, each cut to pounds.
    both = frozenset({"plan_1", "plan_2", "postgraduate"})
    assert wages.student_loan(D(2500), "month", both, 2026) == 23 + 45


@pytest.mark.parametrize(
    ("period", "times", "net"),
    [("week", 5, "1984.15"), ("two_weeks", 3, "2380.35"), ("four_weeks", 2, "3173.22")],
)
def test_full_time_with_an_extra_payday(period, times, net):
    job = Employment(wages.gross_for_hours(D("37.5"), NLW, period), pay_period=period)
    assert times * payslip(job).net == D(net)


@pytest.mark.parametrize(
    ("period", "times", "award"),
    [
        ("month", 1, "954.70"),
        ("four_weeks", 1, "999.68"),
        ("four_weeks", 2, "459.81"),
        ("week", 4, "999.43"),
        ("week", 5, "864.40"),
    ],
)
def test_award_by_paydays_at_20_hours(period, times, award):
    job = Employment(wages.gross_for_hours(D(20), NLW, period), pay_period=period)
    earned = times * payslip(job).uc_earned_income
    assert D("1304.70") - uc.earnings_deduction(earned, D(427)) == D(award)


def test_two_monthly_paydays_in_one_period_and_a_cumulative_first_year():
    assert D("1304.70") - uc.earnings_deduction(2 * D("1063.37"), D(427)) == D("369.84")
    gross, pension, insurance = D("1101.53"), D("29.08"), D("4.28")
    taxes = wages.cumulative_income_tax(
        [gross - pension] * 3, "1257L", "month", 2026, first_period=8
    )
    net = gross - pension - insurance - taxes[0]
    assert taxes == [0, 0, 0]
    assert net == D("1068.17")
    assert D("1304.70") - uc.earnings_deduction(net, D(427)) == D("952.06")


def test_steady_month_of_weekly_pay():
    slip = payslip(Employment(D("254.20"), pay_period="week"))
    month = wages.steady_month(slip, "week")
    # 134.20 x 5% = 6.71; 254.20 - 6.71 - 241.92 = 5.57, so 5 at 20%; 12.20 x 8% = 0.976.
    assert (slip.pension_from_pay, slip.income_tax, slip.national_insurance) == (
        D("6.71"),
        D("1.00"),
        D("0.98"),
    )
    assert month.gross == D("1101.53")
    assert month.net == D("1101.53") - D("29.08") - D("4.33") - D("4.25")


# ------------------------------------------------------------------ elements
def test_protected_and_new_health_element_differ():
    new, old = (uc.lcwra_element(Household(claimant=one)) for one in (NEW_LCWRA, LCWRA))
    assert old - new == D("212.54")
    both = Household(claimant=NEW_LCWRA, partner=LCWRA)
    assert uc.lcwra_element(both) == D("429.80")


def test_start_of_the_health_element():
    assert uc.lcwra_element_starts(date(2026, 6, 10), date(2026, 6, 15)) == date(2026, 9, 15)


def test_award_is_held_at_a_penny_during_the_wait_only():
    def award(net, **facts):
        person = Person(employed_earnings_per_month=D(net), **facts)
        return uc.universal_credit(Household(claimant=person))["award"]

    waiting = {"work_capability": "lcwra", "lcwra_wait_served": False}
    assert award("1482.54", **waiting) == D("0.01")
    assert award("2264.00", **waiting) == 0  # nil with the element too
    assert award("1482.54", work_capability="lcw") == 0


F = uc.HealthElementFacts
SIX_MONTHS = uc.Gap(date(2026, 5, 8), date(2026, 11, 7))
LONGER = uc.Gap(date(2026, 5, 8), date(2026, 11, 8))


@pytest.mark.parametrize(
    ("facts", "rate"),
    [
        (F(), "standard"),
        (F(terminally_ill=True), "protected"),
        (F(severe_conditions=True), "protected"),
        (F(element_in_award_before_6_april_2026=True), "protected"),
        (F(element_in_award_before_6_april_2026=True, gaps=(SIX_MONTHS,)), "protected"),
        (F(element_in_award_before_6_april_2026=True, gaps=(LONGER,)), "standard"),
        (F(element_in_award_before_6_april_2026=True, element_removed_since=True), "standard"),
        (
            F(
                element_in_award_before_6_april_2026=True,
                gaps=(uc.Gap(date(2026, 5, 8), date(2026, 6, 8), because_of_income=False),),
            ),
            "standard",
        ),
        (F(awaiting_first_assessment_then=True), "protected"),
        (F(lcw_awaiting_reassessment_then=True), "protected"),
        (F(in_three_month_wait_then=True), "protected"),
        (F(esa_support_component_then=True), "protected"),
        (F(esa_support_component_then=True, esa_unbroken_until_universal_credit=False), "standard"),
    ],
)
def test_which_health_element(facts, rate):
    assert uc.health_element_rate(facts) == rate


def test_carer_element_beside_the_health_element():
    carer = Person(meets_carer_conditions=True)
    ill_carer = Person(work_capability="lcwra", meets_carer_conditions=True)
    assert uc.carer_element(Household(claimant=carer)) == D("209.34")
    assert uc.carer_element(Household(claimant=ill_carer)) == 0
    assert uc.carer_element(Household(claimant=ill_carer, partner=carer)) == D("209.34")
    # Reg 29(4): LCWRA is put to the partner, so the carer element stays.
    both_ill = Household(claimant=ill_carer, partner=LCWRA)
    assert uc.carer_element(both_ill) == D("209.34")
    assert uc.lcwra_element(both_ill) == D("429.80")


def test_childcare():
    worker = Person(in_paid_work=True)
    one = Household(
        claimant=worker,
        children=(Child(date(2022, 1, 1)),),
        childcare_charges_per_month=D(900),
        children_in_childcare=1,
    )
    assert uc.childcare_element(one) == D("765.00")
    assert uc.childcare_amount(D(2000), D("1071.09")) == D("1071.09")
    idle = Household(
        claimant=worker,
        partner=Person(),
        children=one.children,
        childcare_charges_per_month=D(900),
        children_in_childcare=1,
    )
    assert uc.childcare_element(idle) == 0


def test_rent():
    assert uc.rent_per_month(Home("social_rent", D(120), "week", 48)) == D("480.00")
    spare = Household(home=Home("social_rent", D(110), "week", spare_bedrooms=1))
    assert uc.housing_element(spare) == D("409.94")
    shared = Household(home=Home("social_rent", D(900), spare_bedrooms=1, liable_people=3))
    assert uc.housing_element(shared) == D("300.00")
    private = Household(home=Home("private_rent", D(800), lha_per_month=D(750)))
    assert uc.housing_element(private) == D("750.00")


@pytest.mark.parametrize(
    ("renter", "non_dependant", "element"),
    [
        (Person(), NonDependant(), "353.45"),
        (Person(pip_daily_living="standard"), NonDependant(), "450.00"),
        (Person(blind=True), NonDependant(), "450.00"),
        (Person(dla_care="lowest"), NonDependant(), "353.45"),
        (Person(), NonDependant(age=20), "450.00"),
        (Person(), NonDependant(age=21), "353.45"),
        (Person(), NonDependant(carers_allowance=True), "450.00"),
        (Person(), NonDependant(dla_care="lowest"), "353.45"),
        (Person(), NonDependant(responsible_for_child_under_5=True), "450.00"),
    ],
)
def test_housing_cost_contributions(renter, non_dependant, element):
    household = Household(claimant=renter, non_dependants=(non_dependant,), home=RENT_450)
    assert uc.housing_element(household) == D(element)


def test_owner_loses_service_charges_with_any_earnings_and_gains_the_higher_allowance():
    home = Home("owned", owner_service_charge_per_month=D(120), owner_qualifying_period_served=True)
    still = uc.universal_credit(Household(claimant=LCWRA, home=home))
    earning = Person(work_capability="lcwra", employed_earnings_per_month=D("0.01"))
    working = uc.universal_credit(Household(claimant=earning, home=home))
    assert (still["housing_element"], still["work_allowance"]) == (D(120), D(427))
    assert (working["housing_element"], working["work_allowance"]) == (D(0), D(710))


@pytest.mark.parametrize(
    ("tenure", "allowance"), [("supported", 710), ("temporary", 427), ("none", 710)]
)
def test_work_allowance_by_home(tenure, allowance):
    household = Household(claimant=LCWRA, home=Home(tenure, D(281), "week"))
    result = uc.universal_credit(household)
    assert result["housing_element"] == 0
    assert result["work_allowance"] == allowance


def child(age, sex="f", **facts):
    return Child(date(2026 - age, 1, 1), sex, **facts)


@pytest.mark.parametrize(
    ("children", "rooms"),
    [
        ((), 1),
        ((child(9), child(8, "m")), 2),
        ((child(10), child(8, "m")), 3),
        ((child(10), child(15)), 2),
        # Girl 12, girl 8, boy 9: the girls together and the boy alone, or 8 and 9 together.
        ((child(12), child(8), child(9, "m")), 3),
        # The eldest girl goes with the youngest, so that the boys can go together.
        ((child(12), child(8), child(9, "m"), child(11, "m")), 3),
        ((child(16), child(15)), 3),
        ((child(9), child(8, cannot_share_a_room=True, dla_care="middle")), 3),
        ((child(9), child(8, cannot_share_a_room=True, dla_care="lowest")), 2),
        ((child(9, overnight_carer=True, dla_care="highest"),), 3),
    ],
)
def test_bedrooms(children, rooms):
    assert uc.bedrooms_needed(children, 0, date(2026, 11, 8)) == rooms


def test_private_bedrooms_stop_at_four():
    assert uc.bedrooms_needed((), 5, date(2026, 11, 8)) == 6
    assert uc.bedrooms_needed((), 5, date(2026, 11, 8), private=True) == 4


@pytest.mark.parametrize(
    ("person", "facts", "category"),
    [
        (Person(age=34), {}, "shared"),
        (Person(age=35), {}, "1"),
        (Person(age=34, pip_daily_living="standard"), {}, "1"),
        (Person(age=34, pip_mobility="enhanced"), {}, "shared"),
        (Person(age=34, dla_care="middle"), {}, "1"),
        (Person(age=24), {"care_leaver": True}, "1"),
        (Person(age=25), {"care_leaver": True}, "shared"),
        (Person(age=24), {"homeless_hostel_three_months": True}, "1"),
        (Person(age=30), {"domestic_abuse_or_modern_slavery": True}, "1"),
        (Person(age=30), {"mappa": True}, "1"),
    ],
)
def test_shared_accommodation_rate(person, facts, category):
    assert (
        uc.lha_category(
            person,
            couple=False,
            children=(),
            non_dependants=0,
            on=date(2026, 11, 8),
            facts=uc.SharedRateFacts(**facts),
        )
        == category
    )


def test_a_non_dependant_lifts_the_shared_rate():
    assert (
        uc.lha_category(
            Person(age=30), couple=False, children=(), non_dependants=1, on=date(2026, 11, 8)
        )
        == "2"
    )


# ------------------------------------------------------------------ income
@pytest.mark.parametrize(
    ("capital", "tariff"),
    [
        ("6000", "0"),
        ("6001", "4.35"),
        ("6250", "4.35"),
        ("6250.01", "8.70"),
        ("9100", "56.55"),
        ("16000", "174.00"),
    ],
)
def test_tariff_income(capital, tariff):
    assert uc.tariff_income(D(capital)) == D(tariff)


def test_a_penny_over_the_capital_limit():
    assert uc.universal_credit(Household(capital=D("16000")))["award"] == D("250.90")
    assert uc.universal_credit(Household(capital=D("16000.01")))["award"] == 0


def test_carer_support_payment_counts_up_to_carers_allowance():
    income = Unearned("carer_support_payment", D("98.15"))
    assert uc.unearned_amount(income, date(2026, 11, 8)) == D("374.62")


def test_minimum_income_floor():
    assert uc.minimum_income_floor_gross(D(35), NLW) == D("1927.68")
    assert uc.minimum_income_floor_gross(D(35), D("12.21")) == D("1851.85")
    assert uc.minimum_income_floor_net(D(35), D("12.21"), year=2025) == D("1642.72")


@pytest.mark.parametrize(
    ("facts", "earned"),
    [
        ({}, "1698.84"),
        ({"work_capability": "awaiting_assessment"}, "1698.84"),
        ({"work_capability": "lcw"}, "300"),
        ({"work_capability": "lcwra"}, "300"),
        ({"meets_carer_conditions": True}, "300"),
    ],
)
def test_floor_only_with_all_requirements(facts, earned):
    person = Person(self_employment=SelfEmployment(D(300)), **facts)
    assert uc.counted_earned_income(Household(claimant=person)) == D(earned)


def test_floor_and_lead_carers():
    trade = Person(self_employment=SelfEmployment(D(300)), responsible_carer=True)
    toddler = Household(claimant=trade, children=(Child(date(2024, 1, 1)),))
    older = Household(claimant=trade, children=(Child(date(2023, 1, 1)),))
    assert uc.counted_earned_income(toddler) == 300
    assert uc.counted_earned_income(older) == D("1698.84")
    starting = Person(self_employment=SelfEmployment(D(300), start_up_period=True))
    assert uc.counted_earned_income(Household(claimant=starting)) == 300


# ------------------------------------------------------------------ benefit cap
def test_cap_threshold_and_the_wage_that_meets_it():
    assert uc.cap_earnings_threshold(date(2026, 11, 8)) == 881
    assert uc.cap_earnings_threshold(date(2025, 11, 8)) == 846
    nets = {
        gross: payslip(Employment(D(gross))).uc_earned_income
        for gross in ("881.23", "899.95", "900.00")
    }
    assert nets == {"881.23": D("863.17"), "899.95": D("880.95"), "900.00": D("881.00")}


def capped(**facts):
    return uc.universal_credit(
        Household(
            claimant=Person(**facts),
            in_london=True,
            home=Home("private_rent", D(2000), lha_per_month=D("1439.97")),
        )
    )


def test_cap_in_london():
    assert capped()["award_before_cap"] == D("1864.87")
    assert capped()["cap_reduction"] == D("450.95")
    assert capped(employed_earnings_per_month=D("880.99"))["cap_reduction"] == 0
    # 880.99 of wages leave 1,380.33 of UC, which is under the cap of 1,413.92 by itself.
    low = capped(employed_earnings_per_month=D(500))
    assert low["cap_reduction"] == D("1864.87") - 275 - D("1413.92")
    for exempt in (
        {"work_capability": "lcwra"},
        {"pip_mobility": "standard"},
        {"meets_carer_conditions": True},
        {"carers_allowance": True},
        {"esa_support_group": True},
        {"dla_mobility": True},
    ):
        assert capped(**exempt)["cap_reduction"] == 0
    for not_exempt in (
        {"work_capability": "lcw"},
        {"lcwra_wait_served": False, "work_capability": "lcwra"},
    ):
        assert capped(**not_exempt)["cap_reduction"] > 0


def test_cap_counts_child_benefit_and_leaves_childcare_out():
    children = tuple(Child(date(year, 1, 1)) for year in (2012, 2014, 2016, 2018))
    family = Household(
        claimant=Person(in_paid_work=True),
        children=children,
        home=Home("social_rent", D(900)),
        childcare_charges_per_month=D(200),
        children_in_childcare=1,
    )
    result = uc.universal_credit(family)
    total = result["award_before_cap"] + D("349.92")  # 80.75 a week
    assert result["cap_reduction"] == total - D("1835.00") - D("170.00")


def test_grace_period_needs_twelve_months():
    assert uc.grace_period_begins(threshold_met_in_each_of_12_months=True)
    assert not uc.grace_period_begins(threshold_met_in_each_of_12_months=False)


# ------------------------------------------------------------------ around the award
def test_deductions_and_sanctions():
    start = date(2026, 11, 8)
    assert uc.deduction_limit(D("424.90"), start) == D("63.74")
    assert uc.deduction_limit(D("400.14"), date(2025, 4, 29)) == D("100.04")
    assert uc.sanction_per_day(D("424.90")) == D("13.90")
    assert uc.sanction_per_day(D("400.14")) == D("13.10")
    assert uc.sanction_per_day(D("424.90"), has_lcwra=True) == 0
    heavy = Household(
        deductions=(Deduction("advance", D(100)), Deduction("child_maintenance", D(30)))
    )
    assert uc.universal_credit(heavy)["payable"] == D("424.90") - D("63.74") - 30


def test_transitional_element():
    assert uc.eroded_transitional_element(D(100), [D("24.76"), D("6.53")]) == D("68.71")
    assert uc.transitional_element_kept(date(2026, 2, 7), date(2026, 5, 6))
    assert not uc.transitional_element_kept(date(2026, 2, 7), date(2026, 5, 7))


def test_surplus_threshold_and_pro_rating():
    assert uc.surplus_threshold(D("1304.70"), D(0), D(427)) == D("5299.18")
    assert uc.pro_rated(D("1304.70"), 12) == D("514.73")


def test_child_benefit_and_its_charge():
    assert uc.child_benefit_per_week(2, date(2026, 11, 8)) == D("44.95")
    assert uc.child_benefit_per_week(1, date(2025, 11, 8)) == D("26.05")
    assert uc.high_income_charge(D(60199), D(1000)) == 0
    assert uc.high_income_charge(D(60200), D(1000)) == 10
    assert uc.high_income_charge(D(90000), D("1406.60")) == 1406


# ------------------------------------------------------------------ whole stories
def four_weekly(hours):
    return Employment(
        wages.gross_for_hours(D(hours), NLW, "four_weeks"),
        pay_period="four_weeks",
        tax_code="S1257L",
    )


def test_social_tenant_on_four_weekly_pay():
    home = Home("social_rent", D(138), "week", ineligible_charges=D("4.50"))
    net = payslip(four_weekly(16)).uc_earned_income
    awards = [
        uc.universal_credit(
            Household(
                claimant=Person(work_capability="lcwra", employed_earnings_per_month=paydays * net),
                home=home,
            )
        )["award"]
        for paydays in (0, 1, 2)
    ]
    assert net == D("796.77")
    assert awards == [D("1433.20"), D("1229.83"), D("791.60")]


def test_owner_with_savings_and_new_style_esa():
    joan = Household(
        claimant=Person(work_capability="lcwra", esa_support_group=True),
        home=Home("owned"),
        capital=D(9000),
        unearned=(Unearned("new_style_esa", D("145.90")),),
    )
    assert uc.universal_credit(joan)["award"] == D("170.27")


def test_supported_tenant_on_weekly_pay_has_nothing_in_a_five_payday_period():
    job = Employment(wages.gross_for_hours(D("37.5"), NLW, "week"), pay_period="week")
    net = payslip(job).uc_earned_income
    awards = [
        uc.universal_credit(
            Household(
                claimant=Person(
                    work_capability="lcwra",
                    health_element="standard",
                    employed_earnings_per_month=paydays * net,
                ),
                home=Home("supported", D(281), "week"),
            )
        )["award"]
        for paydays in (4, 5)
    ]
    assert awards == [D("159.63"), 0]


def test_carer_who_loses_carer_support_payment_at_17_hours():
    def total(hours, unearned, payment):
        job = four_weekly(hours)
        result = uc.universal_credit(
            Household(
                claimant=Person(
                    meets_carer_conditions=True,
                    carers_allowance=bool(unearned),
                    in_paid_work=True,
                    employment=job,
                ),
                home=Home("social_rent", D(95), "week"),
                unearned=unearned,
            )
        )
        return result["award"] + wages.steady_month(payslip(job), "four_weeks").net + payment

    weekly = D("86.45") + D("11.70")
    kept = total(16, (Unearned("carer_support_payment", weekly),), per_month(weekly, "week"))
    lost = total(17, (), D(0))
    assert kept == D("1485.04")  # 863.17 + 196.55 + 425.32
    assert lost == D("1457.88")  # 915.49 + 542.39
