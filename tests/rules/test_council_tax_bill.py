"""The bill: bands, discounts, the severe mental impairment disregard, exemptions.

Expected figures are worked by hand from the Band D amounts of the councils named.
"""

from datetime import date

import pytest

from tests.rules.council_tax_run import born, of

KINGSTON = 2609.20
GLASGOW = 1706.00
SINGLE = {"birth_date": born(34)}
PARTNER = {"birth_date": born(33)}
CHILD = {"birth_date": born(8)}
CERTIFIED = {"is_certified_severely_mentally_impaired": True}
ADULT = {"birth_date": born(40), "lives_with_benunit_as_non_dependant": True}
STUDENT = {"birth_date": born(21), "is_student_for_council_tax": True}


def bill(**facts):
    return of("council_tax_bill_per_year", **{"band_d": KINGSTON, "band": "b", **SINGLE, **facts})


# --- bands -----------------------------------------------------------------------------------

# Ninths of band D in England and Wales; 360ths in Scotland (LGFA 1992 ss.5 and 74, SSI 2016/368).
ENGLAND = [("a", 6), ("b", 7), ("c", 8), ("d", 9), ("e", 11), ("f", 13), ("g", 15), ("h", 18)]
SCOTLAND = [("a", 240), ("b", 280), ("c", 320), ("d", 360)]
SCOTLAND += [("e", 473), ("f", 585), ("g", 705), ("h", 882)]


@pytest.mark.parametrize(("band", "ninths"), [*ENGLAND, ("i", 21)])
def test_band_in_england_and_wales(band, ninths):
    assert bill(band=band, band_d=900.00, partner=PARTNER) == 100.00 * ninths


@pytest.mark.parametrize(("band", "parts"), SCOTLAND)
def test_band_in_scotland(band, parts):
    found = bill(band=band, band_d=3600.00, partner=PARTNER, lives_in_scotland=True)
    assert found == 10.00 * parts


@pytest.mark.parametrize(("band", "ninths"), [("a", 5), ("b", 6), ("e", 9), ("h", 15)])
def test_disability_lowers_the_band_by_one(band, ninths):
    found = bill(band=band, band_d=900.00, partner=PARTNER, has_disabled_band_reduction=True)
    assert found == 100.00 * ninths


@pytest.mark.parametrize(("band", "parts"), [("a", 200), ("e", 360), ("h", 705)])
def test_disability_lowers_the_band_in_scotland(band, parts):
    facts = {"partner": PARTNER, "lives_in_scotland": True, "has_disabled_band_reduction": True}
    assert bill(band=band, band_d=3600.00, **facts) == 10.00 * parts


def test_kingston_band_b_alone():
    # 2609.20 x 7/9 x 0.75 = 1522.033...
    assert bill() == 1522.03
    assert of("council_tax_bill", band_d=KINGSTON, band="b", **SINGLE) == 126.84


def test_west_northamptonshire_band_b_alone():
    # 2486.66 x 7/9 x 0.75 = 1450.551...
    assert bill(band_d=2486.66) == 1450.55


def test_a_week_is_seven_of_the_days_of_the_year():
    week = of("council_tax_bill_per_week", band_d=KINGSTON, band="b", **SINGLE)
    assert week == pytest.approx(1522.03 / 365 * 7, abs=1e-9)
    # 29 February 2028 is in the year from April 2027.
    leap = of("council_tax_bill_per_week", day=date(2028, 3, 31), band_d=KINGSTON, band="b")
    assert leap == pytest.approx(1522.03 / 366 * 7, abs=1e-9)
    after = of("council_tax_bill_per_week", day=date(2028, 4, 1), band_d=KINGSTON, band="b")
    assert after == pytest.approx(1522.03 / 365 * 7, abs=1e-9)


# --- discounts -------------------------------------------------------------------------------


def test_two_adults_pay_the_whole_bill():
    # 2609.20 x 7/9
    assert bill(partner=PARTNER) == 2029.38


@pytest.mark.parametrize(
    "other",
    [
        STUDENT,
        {**ADULT, "is_disregarded_for_council_tax_otherwise": True},
        {**ADULT, **CERTIFIED, "pip_daily_living": "standard"},
        {**ADULT, "birth_date": born(18, date(2027, 12, 1))},
    ],
    ids=["student", "other reason", "certified with a benefit", "under 18"],
)
def test_who_does_not_count_beside_one_who_does(other):
    assert bill(others=[other]) == 1522.03


def test_a_certificate_alone_is_not_enough():
    assert bill(others=[{**ADULT, **CERTIFIED}]) == 2029.38


def test_a_resident_counts_from_the_eighteenth_birthday():
    other = {"birth_date": date(2008, 12, 1), "lives_with_benunit_as_non_dependant": True}
    assert bill(others=[other], day=date(2026, 12, 1)) == 2029.38
    assert bill(others=[other], day=date(2026, 11, 30)) == 1522.03


def test_nobody_counted_is_half():
    # 2029.3777... x 0.5
    carer = {"is_disregarded_for_council_tax_otherwise": True}
    assert bill(**carer) == 1014.69


def test_a_young_person_still_in_school_does_not_count():
    young = {"birth_date": date(2008, 6, 1), "is_in_approved_education": True}
    assert bill(children=[young]) == 1522.03


# --- severe mental impairment ----------------------------------------------------------------


@pytest.mark.parametrize(
    "benefit",
    [
        {"pip_daily_living": "standard"},
        {"dla_care": "middle"},
        {"attendance_allowance_rate": "lower"},
        {"has_armed_forces_independence_payment": True},
        {"new_style_esa": 414.05},
        {"work_capability": "lcw"},
        {"work_capability": "lcwra"},
    ],
    ids="-".join,
)
def test_certified_alone_is_exempt_with_each_benefit(benefit):
    assert bill(**CERTIFIED, **benefit) == 0.0
    assert bill(**benefit) == 1522.03


@pytest.mark.parametrize(
    "benefit", [{"pip_mobility": "enhanced"}, {"dla_care": "lowest"}, {}], ids=str
)
def test_certified_without_a_benefit_that_counts(benefit):
    assert bill(**CERTIFIED, **benefit) == 1522.03


def test_limited_capability_counts_only_while_universal_credit_is_paid():
    facts = {**CERTIFIED, "work_capability": "lcwra"}
    assert bill(**facts, uc_earned_income=400.0) == 0.0
    assert bill(**facts, uc_earned_income=4000.0) == 1522.03
    # Daily living has no earnings test.
    assert bill(**facts, uc_earned_income=4000.0, pip_daily_living="standard") == 0.0


def test_certified_with_a_student_is_exempt():
    assert bill(**CERTIFIED, pip_daily_living="standard", others=[STUDENT]) == 0.0


def test_certified_with_a_child_pays_half():
    # Class U needs a home occupied only by such people and students (SI 1999/536).
    facts = {**CERTIFIED, "pip_daily_living": "standard"}
    assert bill(**facts, children=[CHILD]) == 1014.69


def test_certified_with_one_other_adult_leaves_a_quarter_off():
    facts = {**CERTIFIED, "pip_daily_living": "standard"}
    assert bill(**facts, partner=PARTNER) == 1522.03
    assert bill(**facts, partner=PARTNER, others=[ADULT]) == 2029.38


# --- exemptions, given bills, liability ------------------------------------------------------


def test_only_students_pay_nothing():
    assert bill(is_student_for_council_tax=True, others=[STUDENT]) == 0.0
    assert bill(is_student_for_council_tax=True, children=[CHILD]) == 0.0
    assert bill(is_student_for_council_tax=True, partner=PARTNER) == 1522.03


@pytest.mark.parametrize("ground", ["students", "other"])
def test_stated_exemption(ground):
    assert bill(council_tax_exemption=ground) == 0.0


def test_stated_exemption_for_impairment_needs_a_benefit():
    stated = {"council_tax_exemption": "severe_mental_impairment"}
    assert bill(**stated, work_capability="lcwra") == 0.0
    assert bill(**stated, work_capability="lcwra", uc_earned_income=4000.0) == 1522.03


def test_a_given_bill_stands():
    given = {"is_council_tax_bill_given": True, "council_tax_bill_given_per_year": 1389.96}
    assert bill(**given) == 1389.96
    assert bill(**given, **CERTIFIED, pip_daily_living="standard") == 1389.96
    assert of("council_tax_bill", **given) == 115.83


def test_no_liability_no_bill():
    assert bill(liable=False) == 0.0
    assert of("council_tax_bill_is_known", liable=False)


def test_joint_liability_shares_the_bill():
    # 2029.38 / 3
    assert bill(partner=PARTNER, people_liable_for_council_tax=3.0) == 676.46


@pytest.mark.parametrize(
    ("facts", "known"),
    [
        ({"band": "b", "band_d": KINGSTON}, True),
        ({"band": "b"}, False),
        ({"band_d": KINGSTON}, False),
        ({"is_council_tax_bill_given": True, "council_tax_bill_given_per_year": 900.0}, True),
        ({"council_tax_exemption": "other"}, True),
    ],
)
def test_whether_the_bill_is_known(facts, known):
    assert of("council_tax_bill_is_known", **SINGLE, **facts) == known


def test_glasgow_band_a_alone():
    # 1706.00 x 240/360 x 0.75
    assert bill(band="a", band_d=GLASGOW, lives_in_scotland=True) == 853.00
