"""Households whose files say much: between them, every fact that a page asks for.

Nobody in them is real. They are made so that every question has an answer, not to be likely.
"""

from __future__ import annotations

from typing import Any

WEEK, MONTH, YEAR = "week", "month", "year"


def money(amount: float, per: str = WEEK, **more: Any) -> dict[str, Any]:
    """Pounds and what they are for."""
    return {"amount": amount, "per": per, **more}


RENTING_COUPLE: dict[str, Any] = {
    "format": 1,
    "label": "every-answer-1",
    "as_at": "2026-12-01",
    "nation": "england",
    "council": "sutton",
    "rental_area": "unknown",
    "claimant": {
        "born": "1990-04",
        "work_capability": "lcwra",
        "work_capability_since": "2023-05",
        "fit_note_from": "2023-01",
        "health_element": "protected",
        "next_review": "2027-06",
        "pending": [
            {"benefit": "work_capability", "stage": "appeal", "since": "2026-10"},
            {"benefit": "pip", "stage": "reconsideration"},
            {"benefit": "carers_allowance", "stage": "claim"},
        ],
        "pip": {"daily_living": "standard", "mobility": "none"},
        "someone_is_paid_to_care": True,
        "needs_overnight_care": True,
        "severe_mental_impairment_certified": True,
        "appointee": True,
        "pregnant_due": "2027-03-01",
        "other_income": [{"kind": "occupational_pension", **money(40)}],
        "self_employment": {
            "profit": money(120, MONTH),
            "started": "2026-02",
            "gainful": True,
            "start_up_until": "2027-01-31",
            "tax_and_ni_paid": money(10, MONTH),
            "losses_brought_forward": 5,
        },
        "severely_sight_impaired": True,
    },
    "partner": {
        "born": "1991-06",
        "dla": {"care": "middle", "mobility": "none"},
        "carer": {
            "hours_per_week": 35,
            "carers_allowance": True,
            "care_costs": money(5),
            "people": [{"award": "pip_daily_living_standard"}],
        },
        "jobs": [
            {"hourly_pay": 13, "hours_per_week": 6, "paid": "weekly"},
            {"pay": money(300, MONTH), "hours_per_week": 5},
        ],
        "new_style_jsa": {"since": "2026-09", "days_used": 60},
    },
    "children": [
        {
            "born": "2019-06",
            "sex": "f",
            "dla": {"care": "middle", "mobility": "lower"},
            "needs_own_room": True,
            "childcare": {
                **money(31),
                "registered": True,
                "weeks_per_year": 39,
                "holiday": {**money(70), "weeks_per_year": 13},
            },
        },
        {
            "born": "2009-10",
            "sex": "m",
            "in_education_until": "2028-07",
            "pip": {"daily_living": "standard", "mobility": "none"},
        },
    ],
    "others_in_home": [
        {
            "born": "1960-01",
            "relation": "parent",
            "gross_earnings": money(200),
            "hours_per_week": 17,
            "pip": {"daily_living": "standard"},
        },
        {
            "born": "1962-01",
            "relation": "other",
            "partner_of": 1,
            "student": True,
            "benefits": ["carers_allowance"],
        },
    ],
    "home": {
        "tenure": "private_rent",
        "rent": money(1450, MONTH),
        "bedrooms": 4,
        "shared": False,
        "joint_tenants": 2,
        "local_housing_allowance": money(1000, MONTH),
        "council_tax": {
            "liable": True,
            "band": "C",
            "bill": money(1500, YEAR),
            "disabled_band_reduction": True,
        },
    },
    "savings": 7000,
    "savings_ignored": [
        {"kind": "benefit_arrears", "amount": 500, "received": "2026-08"},
        {"kind": "compensation_scheme", "amount": 300},
    ],
    "benefits_now": {
        "universal_credit": {
            "assessment_period_starts_on": 15,
            "since": "2023-01",
            "amount": money(900, MONTH),
            "amount_is": "after_deductions",
            "transitional_element": money(20, MONTH),
            "earned_above_threshold_at_start": "no",
            "deductions": [
                {"kind": "advance", **money(20, MONTH), "ends": "2027-05-01"},
                {"kind": "fine", **money(10, MONTH)},
            ],
            "sanction": {"per_day": 2.5, "until": "2026-12-20"},
            "rent_to_landlord": True,
            "locked": True,
        },
        "council_tax_reduction": money(10),
        "discretionary_housing_payment": money(15),
        "new_style_jsa": {**money(191.1, "fortnight"), "who": "partner"},
        "carers_allowance": {**money(86.45), "who": "partner"},
        "child_benefit": money(44.95),
    },
    "circumstances": ["rent_arrears", "inheritance_or_compensation", "volunteering"],
    "job": {
        "who": "partner",
        "title": "canteen assistant",
        "starts": "2027-01-11",
        "ends": "2027-12-31",
        "hourly_pay": 12.71,
        "hours_per_week": 16,
        "shifts_per_week": 4,
        "paid": "four_weekly",
        "pay_day": "friday",
        "first_pay_date": "2027-02-05",
        "first_pay_amount": 500,
        "replaces": 2,
        "pension": {
            "scheme": "relief_at_source",
            "employee_percent": 6,
            "basis": "all",
            "enrolment": "joined",
            "first_deduction_date": "2027-03-05",
        },
        "student_loan": ["plan_2", "postgraduate"],
        "costs": [
            {"kind": "meals", **money(3, "day")},
            {"kind": "travel", **money(18)},
            {"kind": "travel", **money(4)},
        ],
        "term_time": {
            "weeks": 39,
            "weeks_paid": 44,
            "spread_over_year": False,
            "breaks": [{"first": "2027-04-01", "last": "2027-04-14"}],
        },
        "pay_this_tax_year": 1200,
        "tax_this_tax_year": 0,
    },
    "events": [
        {"on": "2027-03-01", "kind": "change_of_hours", "hours_per_week": 20},
        {"on": "2027-06-01", "kind": "job_ends", "holiday_pay": 100},
    ],
    "compare_hours": [0, 8, 16],
}
SCOT_IN_SUPPORTED_HOUSING: dict[str, Any] = {
    "format": 1,
    "as_at": "2026-12-01",
    "nation": "scotland",
    "council": "glasgow_city",
    "children": [
        {"born": "2018-01", "sex": "f", "cdp": {"care": "middle", "mobility": "lower"}},
        {
            "born": "2010-01",
            "sex": "m",
            "in_education_until": "2028-06",
            "adp": {"daily_living": "standard", "mobility": "standard"},
        },
    ],
    "claimant": {
        "born": "1999-03",
        "work_capability": "lcw",
        "adp": {"daily_living": "enhanced", "mobility": "standard"},
        "new_style_esa": {
            "group": "work_related",
            "claimed_from": "2016-02",
            "since": "2016-08",
            "wrac_protected": True,
            "days_used": 100,
        },
        "student": {
            "full_time": True,
            "course_start": "2026-09",
            "course_end": "2028-06",
            "loan": money(4000, YEAR),
            "grant": money(0, YEAR),
            "capability_decided_before": True,
        },
        "jobs": [{"hourly_pay": 12.71, "hours_per_week": 4}],
        "carer": {"hours_per_week": 35, "carers_allowance": True},
        "pending": [{"benefit": "adp", "stage": "reconsideration"}],
        "care_charge": {**money(12), "section_117": "no"},
        "in_hospital_since": "2026-11-20",
    },
    "home": {
        "tenure": "supported",
        "supported_kind": "exempt",
        "rent": {**money(281), "weeks_charged": 50},
        "ineligible_charges": money(19),
        "council_tax": {"liable": "unknown"},
    },
    "benefits_now": {
        "universal_credit": {"paid": "twice_monthly"},
        "housing_benefit": money(262),
        "new_style_esa": money(291.8, "fortnight"),
        "scottish_child_payment": money(0),
        "carer_support_payment": money(86.45),
    },
    "circumstances": ["leaving_supported_housing", "therapeutic_earnings", "unpaid_trial"],
    "job": {
        "pay": money(900, MONTH),
        "hours_per_week": 16,
        "paid": "monthly",
        "pay_day": 28,
        "replaces": "none",
        "arrears_weeks": 2,
        "tax_code": "S1257L",
        "supported_permitted_work": True,
        "apprentice": {"first_year": True},
        "pattern": [{"weeks": 2, "hours": 20}, {"weeks": "repeat", "hours": 10}],
    },
}
WELSH_OWNER: dict[str, Any] = {
    "nation": "wales",
    "region": "rest_of_great_britain",
    "claims_universal_credit": False,
    "claimant": {
        "born": "1980-01",
        "care_leaver": True,
        "carer": {"hours_per_week": 40},
        "new_style_esa": {"group": "assessment"},
        "pending": [{"benefit": "pip", "stage": "claim"}],
    },
    "home": {
        "tenure": "mortgaged",
        "mortgage": money(590, MONTH, balance=90000),
        "mortgage_interest_loan": {"amount": money(150, MONTH)},
        "service_charges": {"eligible": money(20, MONTH), "not_eligible": money(5, MONTH)},
    },
    "job": {"kind": "umbrella", "hourly_pay": 15, "hours_per_week": 16},
}
AT_HOME_WITH_FAMILY: dict[str, Any] = {
    "nation": "england",
    "claimant": {
        "born": "2004-01",
        "homeless_hostel_3_months": True,
        "domestic_abuse": True,
        "student": False,
    },
    "home": {
        "tenure": "with_family",
        "board": money(40),
        "host": {
            "universal_credit_housing": True,
            "housing_benefit": True,
            "council_tax_reduction": True,
            "single_person_discount": True,
        },
    },
    "benefits_now": {},
    "job": {"hourly_pay": 12.71, "hours_per_week": 8},
}
IN_TEMPORARY_HOUSING: dict[str, Any] = {
    "nation": "wales",
    "council": "cardiff",
    "claimant": {"born": "1995-01", "dla": {"care": "lowest", "mobility": "higher"}},
    "children": [{"born": "2018-01", "dla": {"care": "lowest", "mobility": "lower"}}],
    "home": {
        "tenure": "temporary",
        "temporary_kind": "council_leased",
        "rent": money(200),
        "council_tax": {"liable": False},
    },
    "benefits_now": {"universal_credit": {}},
    "job": {"hourly_pay": 12.71, "hours_per_week": 8, "student_loan": ["plan_1"]},
}
ALL = {
    "renting couple": RENTING_COUPLE,
    "Scot in supported housing": SCOT_IN_SUPPORTED_HOUSING,
    "Welsh owner": WELSH_OWNER,
    "with family": AT_HOME_WITH_FAMILY,
    "temporary housing": IN_TEMPORARY_HOUSING,
}
