"""A private rent where the rental area is not known, or the statement's amount is used."""

from datetime import date

import pytest

from benefits_calc.analysis.comparison import compare
from benefits_calc.case import CaseError, build_case

# Standard allowance from 25 in 2026-27 (SI 2013/376 reg 36) and the higher LCWRA rate.
WITHOUT_RENT = 424.90 + 429.80
RENT = 1300.0


def award(**parts):
    home = {
        "tenure": "private_rent",
        "rent": {"amount": RENT, "per": "month"},
        **parts.pop("home", {}),
    }
    case = build_case(
        {
            "as_at": "2026-12-01",
            "nation": "england",
            "claimant": {
                "born": "1986-05",
                "work_capability": "lcwra",
                "health_element": "protected",
            },
            "home": home,
            "benefits_now": {"universal_credit": {}},
            "job": {"hourly_pay": 12.71, "hours_per_week": 8},
            **parts,
        }
    ).at(date(2026, 12, 1))
    found = compare(case, (8.0,), with_thresholds=False)
    codes = {item.code for item in found.assumptions}
    amount = found.now.per_month["universal_credit"]
    assert amount is not None
    return round(amount, 2), codes


def test_the_whole_rent_is_taken_where_nobody_knows_the_area_and_that_is_said():
    amount, said = award(rental_area="unknown")
    assert amount == pytest.approx(WITHOUT_RENT + RENT)
    assert "rental_area_not_known" in said


def test_the_amount_on_the_statement_is_the_limit():
    given = {"local_housing_allowance": {"amount": 800, "per": "month"}}
    amount, said = award(home=given)
    assert amount == pytest.approx(WITHOUT_RENT + 800)
    assert "housing_as_given" in said
    assert "rental_area_not_known" not in said
    # It goes before the area's own amount, and never above the rent.
    assert award(home=given, rental_area="outer_south_london")[0] == amount
    more = {"local_housing_allowance": {"amount": RENT + 1, "per": "month"}}
    assert award(home=more)[0] == pytest.approx(WITHOUT_RENT + RENT)


def test_a_known_area_says_neither():
    assert (
        not {"rental_area_not_known", "housing_as_given"}
        & award(rental_area="outer_south_london")[1]
    )


def test_a_private_rent_without_any_of_them_is_still_asked_for():
    with pytest.raises(CaseError, match=r"rental_area: nothing given.*or unknown"):
        award()


def test_the_amount_goes_with_a_private_rent_only():
    with pytest.raises(CaseError, match=r"home\.local_housing_allowance"):
        award(
            home={"tenure": "social_rent", "local_housing_allowance": {"amount": 1, "per": "week"}}
        )
