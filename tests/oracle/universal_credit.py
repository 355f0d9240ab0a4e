"""Universal Credit for one assessment period, from the regulations. Pounds a month.

A second reading of the law in plain Decimal arithmetic, written without sight of the rules
package, so that a slip in either shows up as a difference between them.

Regulation numbers are those of the Universal Credit Regulations 2013 (SI 2013/376) unless another
instrument is named. Every figure is rounded by reg 6(1): half a penny or more goes up.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tests.oracle.households import (
    Child,
    Deduction,
    Home,
    Household,
    NonDependant,
    Person,
    Unearned,
)
from tests.oracle.money import (
    NIL,
    exact_per_month,
    fraction,
    penny,
    penny_down,
    per_month,
    pound_down,
    ten_pence_down,
)
from tests.oracle.wages import minimum_wage, payslip, statutory_income_tax, steady_month

D = Decimal

# ------------------------------------------------------------------ amounts, with their law
#: First assessment period starts at these rates: first Monday of the tax year
#: (Universal Credit Act 2025 ss.1(6)(d), 4(3)(d)).
ERA_STARTS: dict[int, date] = {
    2025: date(2025, 4, 7),
    2026: date(2026, 4, 6),
    2027: date(2027, 4, 12),
}
AMOUNTS: dict[int, dict[str, str]] = {
    2025: {
        # reg 36 (standard allowance, elements)
        "single_under_25": "316.98",
        "single_25": "400.14",
        "couple_under_25": "497.55",
        "couple_25": "628.10",
        "first_child": "339.00",
        "other_child": "292.81",
        "disabled_child_lower": "158.76",
        "disabled_child_higher": "495.87",
        "lcw": "158.76",  # SI 2017/204 Sch 2
        "lcwra_protected": "423.27",
        "lcwra_standard": "423.27",  # one amount only
        "carer": "201.68",
        "childcare_one": "1031.88",
        "childcare_more": "1768.94",
        "housing_cost_contribution": "93.02",  # Sch 4 para 14
        "work_allowance_with_housing": "411",
        "work_allowance_without_housing": "684",  # reg 22
        "carers_allowance_week": "83.30",  # SSCBA 1992 Sch 4 Part III
        "child_benefit_eldest": "26.05",
        "child_benefit_other": "17.25",  # SI 2006/965 reg 2
    },
    2026: {
        # reg 36 as amended by SI 2026/113 and the Up-rating Order (SI 2026/148)
        "single_under_25": "338.58",
        "single_25": "424.90",
        "couple_under_25": "528.34",
        "couple_25": "666.97",
        "first_child": "351.88",
        "other_child": "303.94",
        "disabled_child_lower": "164.79",
        "disabled_child_higher": "514.71",
        "lcw": "158.76",
        "lcwra_protected": "429.80",
        "lcwra_standard": "217.26",
        "carer": "209.34",
        "childcare_one": "1071.09",
        "childcare_more": "1836.16",
        "housing_cost_contribution": "96.55",
        "work_allowance_with_housing": "427",
        "work_allowance_without_housing": "710",
        "carers_allowance_week": "86.45",
        "child_benefit_eldest": "27.05",
        "child_benefit_other": "17.90",
    },
}
TAPER = D("0.55")  # reg 22(1)(b), SI 2021/1283
SURPLUS_ADD_ON = D(2500)  # reg 54A, SI 2015/345 reg 5(2)
CHARGE_START, CHARGE_STEP = D(60000), D(200)  # ITEPA 2003 ss.681B, 681C
CHILDCARE_SHARE = D("0.85")  # reg 34(1)(a)
CAPITAL_LOWER, CAPITAL_UPPER = D("6000"), D("16000")  # regs 18, 72
TARIFF, TARIFF_STEP = D("4.35"), D("250")  # reg 72
#: reg 80A: (couple or responsible for a child, single) in Greater London and elsewhere.
BENEFIT_CAP = {True: (D("2110.25"), D("1413.92")), False: (D("1835.00"), D("1229.42"))}
TWO_CHILD_DAY = date(2017, 4, 6)  # regs 24A, 36 (higher first-child amount)
#: reg 79, WRA 2012 s.96(10): benefits besides UC and Child Benefit that the cap counts.
CAPPED_KINDS = frozenset(
    {
        "new_style_jsa",
        "new_style_esa",
        "maternity_allowance",
        "widowed_parents_allowance",
        "widowed_mothers_allowance",
        "widows_pension",
    }
)
#: Outside the overall limit on deductions: SI 2013/380 Sch 6.
OUTSIDE_LIMIT = frozenset({"child_maintenance", "last_resort_rent", "last_resort_fuel"})


def rate_era(assessment_period_start: date) -> int:
    """The tax year whose UC amounts an assessment period starting on this day has."""
    past = [year for year, start in ERA_STARTS.items() if assessment_period_start >= start]
    if not past or max(past) not in AMOUNTS:
        raise ValueError(
            f"assessment period starting {assessment_period_start}: amounts are held "
            f"for starts from 7 April 2025 to 11 April 2027"
        )
    return max(past)


def amount(name: str, assessment_period_start: date) -> Decimal:
    """One amount of the era the assessment period belongs to."""
    return D(AMOUNTS[rate_era(assessment_period_start)][name])


# ------------------------------------------------------------------ assessment periods (reg 21)
def assessment_period_starts(first: date, how_many: int) -> list[date]:
    """Start days of assessment periods, always counted from the first day of entitlement."""
    starts = []
    for number in range(how_many):
        month0 = first.month - 1 + number
        year, month = first.year + month0 // 12, month0 % 12 + 1
        last = calendar.monthrange(year, month)[1]
        if first.day == 31:
            day = last
        elif first.day in (29, 30) and month == 2:
            day = 28 if calendar.isleap(year) else 27
        else:
            day = first.day
        starts.append(date(year, month, day))
    return starts


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day of a shorter month."""
    month0 = day.month - 1 + months
    year, month = day.year + month0 // 12, month0 % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def last_day_of_period(first_day: date, months: int) -> date:
    """Last day of a period of so many months beginning with `first_day`."""
    return add_months(first_day, months) - timedelta(days=1)


# ------------------------------------------------------------------ elements
def standard_allowance(household: Household) -> Decimal:
    """reg 36."""
    older = any(person.age >= 25 for person in household.adults)
    size = "couple" if household.partner else "single"
    return amount(f"{size}_{'25' if older else 'under_25'}", household.assessment_period_start)


def children_with_element(children: Sequence[Child], assessment_period_start: date) -> list[Child]:
    """The children for whom a child element is paid, eldest first.

    Two-child limit (regs 24A, 24B) for assessment periods that start before 6 April 2026.
    """
    eldest_first = sorted(children, key=lambda child: child.born)
    if assessment_period_start >= date(2026, 4, 6):
        return eldest_first
    return [
        child
        for place, child in enumerate(eldest_first)
        if place < 2 or child.born < TWO_CHILD_DAY or child.two_child_exception
    ]


def child_elements(household: Household) -> Decimal:
    """reg 24(1): the higher amount where the first child was born before 6 April 2017."""
    start = household.assessment_period_start
    total = NIL
    for place, child in enumerate(children_with_element(household.children, start)):
        first = place == 0 and child.born < TWO_CHILD_DAY
        total += amount("first_child" if first else "other_child", start)
    return total


def disabled_child_additions(household: Household) -> Decimal:
    """reg 24(2): for every disabled child, also one without a child element."""
    start = household.assessment_period_start
    return sum(
        (
            amount(f"disabled_child_{child.disability_rate}", start)
            for child in household.children
            if child.disability_rate != "none"
        ),
        NIL,
    )


def lcwra_included_for(household: Household) -> list[Person]:
    """Adults in respect of whom the LCWRA element could be included now (regs 27, 28)."""
    return [
        person
        for person in household.adults
        if person.work_capability == "lcwra" and person.lcwra_wait_served
    ]


def lcwra_element(household: Household) -> Decimal:
    """reg 27: one element an award; if the partners' amounts differ, the higher."""
    return max(
        (
            amount(f"lcwra_{person.health_element}", household.assessment_period_start)
            for person in lcwra_included_for(household)
        ),
        default=NIL,
    )


def carers_with_element(household: Household) -> list[Person]:
    """reg 29(4): a carer with LCWRA has the carer element only if LCWRA is paid for the other."""
    qualifying = lcwra_included_for(household)
    taken_for: Person | None = None
    if qualifying:
        # The element is put to the partner who does not care, if there is one: fewest losses.
        not_caring = [person for person in qualifying if not person.meets_carer_conditions]
        taken_for = not_caring[0] if not_caring else qualifying[0]
    return [
        person
        for person in household.adults
        if person.meets_carer_conditions and person is not taken_for
    ]


def carer_element(household: Household) -> Decimal:
    """reg 29: one for each carer, of different people."""
    return len(carers_with_element(household)) * amount("carer", household.assessment_period_start)


def lcw_element(household: Household) -> Decimal:
    """SI 2017/204 Sch 2: saved cases; none beside LCWRA, nor for a person with a carer element."""
    carers = carers_with_element(household)
    saved = [
        person
        for person in household.adults
        if person.work_capability == "lcw"
        and person.lcw_element_saved
        and not any(person is carer for carer in carers)
    ]
    if not saved or lcwra_element(household) > 0:
        return NIL
    return amount("lcw", household.assessment_period_start)


def childcare_work_condition(household: Household) -> bool:
    """reg 32."""
    working = [person.in_paid_work for person in household.adults]
    if household.partner is None:
        return working[0]
    return any(
        one.in_paid_work and (other.in_paid_work or other.has_lcw or other.meets_carer_conditions)
        for one, other in (
            (household.claimant, household.partner),
            (household.partner, household.claimant),
        )
    )


def childcare_amount(charges: Decimal, maximum: Decimal) -> Decimal:
    """reg 34(1): 85% of the charges, at most the maximum."""
    return min(penny(fraction(charges) * fraction(CHILDCARE_SHARE)), maximum)


def childcare_element(household: Household) -> Decimal:
    """regs 31-34. The maximum goes by the children in childcare."""
    if household.children_in_childcare == 0 or not childcare_work_condition(household):
        return NIL
    name = "childcare_one" if household.children_in_childcare == 1 else "childcare_more"
    return childcare_amount(
        household.childcare_charges_per_month, amount(name, household.assessment_period_start)
    )


# ------------------------------------------------------------------ housing (Schs 1, 4, 5)
def rent_per_month(home: Home) -> Decimal:
    """Eligible rent as a month's amount: Sch 4 para 7."""
    eligible = home.rent - home.ineligible_charges
    if home.rent_period == "week":
        return penny(fraction(eligible) * home.rent_weeks_charged / 12)
    return per_month(eligible, home.rent_period)


def under_occupation(rent: Decimal, spare_bedrooms: int) -> Decimal:
    """Sch 4 para 36: 14% for one spare bedroom, 25% for two or more."""
    share = D("0.14") if spare_bedrooms == 1 else D("0.25") if spare_bedrooms > 1 else NIL
    return penny(fraction(rent) * fraction(share))


def housing_cost_contributions(
    adults: Sequence[Person],
    non_dependants: Sequence[NonDependant],
    start: date,
) -> Decimal:
    """Sch 4 paras 13-16: none at all if a renter is exempt (para 15)."""
    if any(person.blind or person.has_daily_living_help for person in adults):
        return NIL
    paying = [one for one in non_dependants if not one.exempt]
    return len(paying) * amount("housing_cost_contribution", start)


def housing_element(household: Household, *, earned_income: Decimal = NIL) -> Decimal:
    """Schs 4 and 5. Supported and temporary accommodation: nil (Sch 1 paras 3A, 3B)."""
    home = household.home
    if home.tenure == "owned":
        if earned_income > 0 or not home.owner_qualifying_period_served:
            return NIL
        return penny(home.owner_service_charge_per_month)
    if home.tenure in ("supported", "temporary", "none"):
        return NIL
    rent = rent_per_month(home)
    shared = home.liable_people > home.liable_people_claiming
    if shared:
        rent = penny(fraction(rent) / home.liable_people * home.liable_people_claiming)
    if home.tenure == "private_rent":
        before = rent if home.lha_per_month is None else min(rent, home.lha_per_month)
    elif home.tenure == "social_rent":
        # Para 35(4): with joint tenants outside the award there is no under-occupation cut.
        before = rent if shared else rent - under_occupation(rent, home.spare_bedrooms)
    else:
        raise ValueError(f"tenure {home.tenure!r} is not one this reading knows")
    taken = housing_cost_contributions(
        household.adults, household.non_dependants, household.assessment_period_start
    )
    return max(before - taken, NIL)


def bedrooms_needed(
    children: Sequence[Child],
    non_dependants: int,
    on: date,
    *,
    overnight_carer: bool = False,
    foster: bool = False,
    couple_cannot_share: bool = False,
    private: bool = False,
) -> int:
    """Sch 4 paras 8-12, 26. Children are put together so that the fewest rooms result.

    A child who cannot share has a room alone, which is what para 12(8) comes to.
    """
    sharing, alone, extra_carer = [], 0, overnight_carer
    for child in children:
        extra_carer = extra_carer or (
            child.overnight_carer and child.dla_care in ("middle", "highest")
        )
        age = child.age_on(on)
        own_room = child.cannot_share_a_room and child.dla_care in ("middle", "highest")
        if age >= 16 or own_room:
            alone += 1
        else:
            sharing.append((age, child.sex))
    rooms = 1 + alone + _fewest_rooms(tuple(sharing)) + non_dependants
    rooms += int(extra_carer) + int(foster) + int(couple_cannot_share)
    return min(rooms, 4) if private else rooms


def _fewest_rooms(children: tuple[tuple[int, str], ...]) -> int:
    """Rooms for children under 16 when every way of pairing them is tried."""
    if not children:
        return 0
    (age, sex), rest = children[0], children[1:]
    best = 1 + _fewest_rooms(rest)
    for place, (other_age, other_sex) in enumerate(rest):
        if sex == other_sex or (age < 10 and other_age < 10):
            best = min(best, 1 + _fewest_rooms(rest[:place] + rest[place + 1 :]))
    return best


@dataclass(frozen=True)
class SharedRateFacts:
    """Facts that lift the shared accommodation rate: Sch 4 para 29 as amended to 2022."""

    care_leaver: bool = False  # 18 to 24
    homeless_hostel_three_months: bool = False  # 16 to 34, with resettlement help
    domestic_abuse_or_modern_slavery: bool = False
    mappa: bool = False
    foster_carer: bool = False


def shared_accommodation_rate_applies(
    person: Person,
    *,
    couple: bool,
    has_children: bool,
    non_dependants: int,
    facts: SharedRateFacts | None = None,
) -> bool:
    """Sch 4 paras 27-29: single, under 35, no child, nobody else in the home, not excepted."""
    facts = facts or SharedRateFacts()
    if couple or has_children or non_dependants or person.age >= 35:
        return False
    excepted = (
        person.has_daily_living_help
        or (facts.care_leaver and 18 <= person.age < 25)
        or (facts.homeless_hostel_three_months and person.age >= 16)
        or facts.domestic_abuse_or_modern_slavery
        or facts.mappa
        or facts.foster_carer
    )
    return not excepted


def lha_category(
    person: Person,
    *,
    couple: bool,
    children: Sequence[Child],
    non_dependants: int,
    on: date,
    facts: SharedRateFacts | None = None,
    overnight_carer: bool = False,
    foster: bool = False,
    couple_cannot_share: bool = False,
) -> str:
    """shared, 1, 2, 3 or 4 (Rent Officers Order 2013 Sch 1 with Sch 4 paras 26-29)."""
    if shared_accommodation_rate_applies(
        person,
        couple=couple,
        has_children=bool(children),
        non_dependants=non_dependants,
        facts=facts,
    ):
        return "shared"
    return str(
        bedrooms_needed(
            children,
            non_dependants,
            on,
            overnight_carer=overnight_carer,
            foster=foster,
            couple_cannot_share=couple_cannot_share,
            private=True,
        )
    )


# ------------------------------------------------------------------ income
def work_allowance(household: Household, housing: Decimal) -> Decimal:
    """reg 22(2); UC (TP) Regs 2014 reg 5A for temporary accommodation."""
    if not household.children and not any(person.has_lcw for person in household.adults):
        return NIL
    lower = housing > 0 or household.home.tenure == "temporary"
    return amount(
        f"work_allowance_{'with' if lower else 'without'}_housing",
        household.assessment_period_start,
    )


def earnings_deduction(earned: Decimal, allowance: Decimal, taper: Decimal = TAPER) -> Decimal:
    """reg 22(1)(b)."""
    return penny(fraction(max(earned - allowance, NIL)) * fraction(taper))


def tariff_income(capital: Decimal) -> Decimal:
    """reg 72: 4.35 for each 250, or part of it, above 6,000."""
    steps = -((-fraction(max(capital - CAPITAL_LOWER, NIL))) // fraction(TARIFF_STEP))
    return int(steps) * TARIFF


def unearned_amount(income: Unearned, start: date) -> Decimal:
    """regs 66, 73. Carer Support Payment counts up to the Carer's Allowance rate only."""
    value = income.amount
    if income.kind == "carer_support_payment" and income.period == "week":
        value = min(value, amount("carers_allowance_week", start))
    return per_month(value, income.period)


def employed_earnings(person: Person) -> Decimal:
    """regs 54, 55: counted earnings of a steady month."""
    total = person.employed_earnings_per_month
    if person.employment is not None:
        slip = payslip(person.employment)
        total += steady_month(slip, person.employment.pay_period).uc_earned_income
    return total


def actual_earned_income(person: Person) -> Decimal:
    """Earned income without the minimum income floor. A loss is nil."""
    profit = person.self_employment.profit_per_month if person.self_employment else NIL
    return employed_earnings(person) + max(profit, NIL)


# ------------------------------------------------------------------ minimum income floor
def minimum_income_floor_gross(hours: Decimal, hourly: Decimal) -> Decimal:
    """reg 90(2): the threshold before notional tax, to the penny."""
    return per_month(hours * hourly, "week")


def minimum_income_floor_net(
    hours: Decimal, hourly: Decimal, *, scottish: bool = False, year: int = 2026
) -> Decimal:
    """reg 62(4): less a year's income tax and Class 4 (6% from 12,570 to 50,270, then 2%)."""
    return penny(exact_floor_net(hours, hourly, scottish=scottish, year=year))


def exact_floor_net(
    hours: Decimal, hourly: Decimal, *, scottish: bool = False, year: int = 2026
) -> Fraction:
    """The net floor before rounding."""
    yearly = hours * hourly * 52
    class_4 = fraction(max(min(yearly, D(50270)) - 12570, NIL)) * Fraction(6, 100) + fraction(
        max(yearly - 50270, NIL)
    ) * Fraction(2, 100)
    tax = statutory_income_tax(yearly, scottish=scottish, year=year)
    return (fraction(yearly) - tax - class_4) / 12


def requirement_group(person: Person, household: Household) -> str:
    """none, interview, preparation or all (WRA 2012 ss.19-22), earnings apart."""
    if person.work_capability == "lcwra" or person.meets_carer_conditions:
        return "none"
    group = "preparation" if person.work_capability == "lcw" else "all"
    if person.responsible_carer and household.children:
        last_day = last_day_of_period(household.assessment_period_start, 1)
        youngest = min(child.age_on(last_day) for child in household.children)
        if youngest == 0:
            return "none"
        if youngest == 1:
            return "interview"
        if youngest == 2:
            return "preparation"
    return group


def individual_threshold_net(person: Person, household: Household) -> Decimal:
    """regs 62(4), 90(2): 16 hours for the middle groups, expected hours for all requirements.

    Reg 90(2) gives no amount to somebody with no requirements: taken as nil.
    """
    group = requirement_group(person, household)
    if group == "none":
        return NIL
    hours = D(16)
    if group == "all":
        hours = person.self_employment.expected_hours_per_week if person.self_employment else D(35)
    start = household.assessment_period_start
    return minimum_income_floor_net(hours, minimum_wage(person.age, start))


def floor_applies(person: Person, household: Household) -> bool:
    """reg 62(1), (5)."""
    trade = person.self_employment
    return (
        trade is not None
        and trade.gainful
        and not trade.start_up_period
        and requirement_group(person, household) == "all"
    )


def earnings_with_floor(
    own: Decimal,
    own_threshold: Decimal,
    partner: Decimal,
    couple_threshold: Decimal | None,
) -> Decimal:
    """reg 62(2), (3) for one person to whom the floor applies."""
    if own >= own_threshold:
        return own
    if couple_threshold is None:
        return own_threshold
    if own + partner >= couple_threshold:
        return own
    return own_threshold - max(own_threshold + partner - couple_threshold, NIL)


def counted_earned_income(household: Household) -> Decimal:
    """Combined earned income with the floor where it applies."""
    own = [actual_earned_income(person) for person in household.adults]
    if household.partner is None:
        if not floor_applies(household.claimant, household):
            return own[0]
        threshold = individual_threshold_net(household.claimant, household)
        return earnings_with_floor(own[0], threshold, NIL, None)
    thresholds = [individual_threshold_net(person, household) for person in household.adults]
    counted = list(own)
    for me, person in enumerate(household.adults):
        if floor_applies(person, household):
            counted[me] = earnings_with_floor(
                own[me], thresholds[me], own[1 - me], sum(thresholds, NIL)
            )
    return counted[0] + counted[1]


# ------------------------------------------------------------------ benefit cap
def cap_earnings_threshold(start: date) -> Decimal:
    """regs 82(1)(a), (5), 6(1A): 16 hours at the adult rate in force at the start, whole pounds."""
    return pound_down(exact_per_month(16 * minimum_wage(21, start), "week"))


def cap_exemptions(household: Household) -> list[str]:
    """regs 82, 83: every reason why the cap does not apply."""
    reasons = []
    if lcwra_element(household) > 0:
        reasons.append("lcwra_element")
    if carer_element(household) > 0:
        reasons.append("carer_element")
    for person in household.adults:
        facts = {
            "esa_support": person.esa_support_group,
            "industrial_injuries": person.industrial_injuries_benefit,
            "attendance_allowance": person.attendance_allowance,
            "war_pension": person.war_pension,
            "dla": person.dla_care != "none" or person.dla_mobility,
            "pip": person.pip_daily_living != "none" or person.pip_mobility != "none",
            "carers_allowance": person.carers_allowance,
            "guardians_allowance": person.guardians_allowance,
        }
        reasons += [name for name, true in facts.items() if true]
    if any(one.kind in ("carers_allowance", "carer_support_payment") for one in household.unearned):
        reasons.append("carers_allowance")
    if any(child.dla_care != "none" or child.dla_mobility for child in household.children):
        reasons.append("child_disability_benefit")
    earned = sum((actual_earned_income(person) for person in household.adults), NIL)
    if earned >= cap_earnings_threshold(household.assessment_period_start):
        reasons.append("earnings")
    if household.benefit_cap_grace_period:
        reasons.append("grace_period")
    return reasons


def benefit_cap_per_month(household: Household) -> Decimal:
    """reg 80A."""
    family, single = BENEFIT_CAP[household.in_london]
    return family if household.partner or household.children else single


def cap_reduction(total: Decimal, cap: Decimal, childcare: Decimal) -> Decimal:
    """reg 81."""
    return max(total - cap - childcare, NIL)


def grace_period_begins(threshold_met_in_each_of_12_months: bool) -> bool:
    """reg 82(3): the twelve-month condition governs both starting points of reg 82(2)."""
    return threshold_met_in_each_of_12_months


# ------------------------------------------------------------------ the award
def universal_credit(household: Household) -> dict[str, Decimal]:
    """Every part of the award for the assessment period; names say what each is."""
    start = household.assessment_period_start
    earned = counted_earned_income(household)
    parts = {
        "standard_allowance": standard_allowance(household),
        "child_elements": child_elements(household),
        "disabled_child_additions": disabled_child_additions(household),
        "lcw_element": lcw_element(household),
        "lcwra_element": lcwra_element(household),
        "carer_element": carer_element(household),
        "childcare_element": childcare_element(household),
        "housing_element": housing_element(household, earned_income=earned),
        "transitional_element": penny(household.transitional_element),
    }
    maximum = sum(parts.values(), NIL)
    allowance = work_allowance(household, parts["housing_element"])
    entitled = household.capital <= CAPITAL_UPPER
    tariff = tariff_income(household.capital) if entitled else NIL
    unearned = sum((unearned_amount(one, start) for one in household.unearned), NIL)
    from_earnings = earnings_deduction(earned, allowance)
    left = maximum - unearned - tariff - from_earnings
    before_cap = max(left, NIL) if entitled else NIL
    if entitled and before_cap == 0 and held_at_a_penny(household, -left):
        before_cap = D("0.01")
    reduction, cap = NIL, benefit_cap_per_month(household)
    child_benefit = per_month(child_benefit_of(household), "week")
    other_capped = sum(
        (unearned_amount(one, start) for one in household.unearned if one.kind in CAPPED_KINDS), NIL
    )
    if before_cap > 0 and not cap_exemptions(household):
        reduction = min(
            before_cap,
            cap_reduction(
                before_cap + child_benefit + other_capped, cap, parts["childcare_element"]
            ),
        )
    award = before_cap - reduction
    taken = deductions_taken(household.deductions, parts["standard_allowance"], award, start)
    return parts | {
        "maximum": maximum,
        "work_allowance": allowance,
        "earned_income": earned,
        "earnings_deduction": from_earnings,
        "unearned_income": unearned,
        "tariff_income": tariff,
        "award_before_cap": before_cap,
        "cap_reduction": reduction,
        "award": award,
        "deductions": taken,
        "payable": award - taken,
    }


def held_at_a_penny(household: Household, income_taken_off: Decimal) -> bool:
    """reg 28(7): nil only because LCWRA is not yet in the award: treated as the minimum.

    So too while a first assessment is awaited, unless earnings bar it (reg 41). Only the element
    is put in: the work allowance comes with a finding, not with this regulation.
    """
    start = household.assessment_period_start

    def served(person: Person) -> Person:
        awaiting = person.work_capability == "awaiting_assessment"
        if awaiting and not barred_from_assessment(person, start):
            return replace(person, work_capability="lcwra", lcwra_wait_served=True)
        return replace(person, lcwra_wait_served=True)

    then = replace(
        household,
        claimant=served(household.claimant),
        partner=None if household.partner is None else served(household.partner),
    )
    if then == household:
        return False
    elements = (lcw_element, lcwra_element, carer_element)
    gain = sum((each(then) - each(household) for each in elements), NIL)
    return gain > 0 and gain > income_taken_off


def barred_from_assessment(person: Person, start: date) -> bool:
    """reg 41(2), (3): gross earnings of 16 hours at the adult wage and no disability benefit."""
    job, trade = person.employment, person.self_employment
    gross = person.employed_earnings_per_month
    if job is not None:
        gross += steady_month(payslip(job), job.pay_period).gross
    if trade is not None:
        gross += max(trade.profit_per_month, NIL)
    gate = penny(exact_per_month(16 * minimum_wage(21, start), "week"))
    shielded = (
        person.pip_daily_living != "none"
        or person.pip_mobility != "none"
        or person.dla_care != "none"
        or person.dla_mobility
        or person.attendance_allowance
    )
    return gross >= gate and not shielded


def child_benefit_of(household: Household) -> Decimal:
    """Child Benefit a week: given, or in full for the children."""
    if household.child_benefit_per_week is not None:
        return household.child_benefit_per_week
    return child_benefit_per_week(len(household.children), household.assessment_period_start)


def deduction_limit(standard: Decimal, start: date) -> Decimal:
    """15% of the standard allowance; 25% for assessment periods starting before 30 April 2025."""
    share = D("0.15") if start >= date(2025, 4, 30) else D("0.25")
    return penny(fraction(standard) * fraction(share))


def deductions_taken(
    deductions: Sequence[Deduction],
    standard: Decimal,
    award: Decimal,
    start: date,
) -> Decimal:
    """SI 2013/380 Sch 6: the limit, and at least a penny left."""
    if award <= 0:
        return NIL
    inside = sum((one.amount_per_month for one in deductions if one.kind not in OUTSIDE_LIMIT), NIL)
    outside = sum((one.amount_per_month for one in deductions if one.kind in OUTSIDE_LIMIT), NIL)
    wanted = min(inside, deduction_limit(standard, start)) + outside
    return max(min(wanted, award - D("0.01")), NIL)


def sanction_per_day(standard: Decimal, *, has_lcwra: bool = False) -> Decimal:
    """reg 111: standard allowance x 12/365, down to 10p; nil with LCWRA."""
    return NIL if has_lcwra else ten_pence_down(fraction(standard) * 12 / 365)


# ------------------------------------------------------------------ which LCWRA amount
@dataclass(frozen=True)
class Gap:
    """A break in entitlement: first day of the first nil assessment period, and the return."""

    first_day: date
    back_on: date
    because_of_income: bool = True


@dataclass(frozen=True)
class HealthElementFacts:
    """What decides between the two LCWRA amounts: regs 27A, 40A, Sch 5A; UC Act 2025 Sch 1."""

    terminally_ill: bool = False
    severe_conditions: bool = False
    element_in_award_before_6_april_2026: bool = False
    awaiting_first_assessment_then: bool = False  # and found LCWRA by it, or on appeal
    lcw_awaiting_reassessment_then: bool = False  # and found LCWRA by it
    in_three_month_wait_then: bool = False
    esa_support_component_then: bool = False
    esa_unbroken_until_universal_credit: bool = True
    gaps: tuple[Gap, ...] = ()
    element_removed_since: bool = False  # a review took LCWRA away, not overturned


def gap_is_ignored(gap: Gap) -> bool:
    """reg 27A(2): income only, over within six months beginning with the gap's first day."""
    return gap.because_of_income and gap.back_on <= last_day_of_period(gap.first_day, 6)


def health_element_rate(facts: HealthElementFacts) -> str:
    """protected or standard, for assessment periods starting on or after 6 April 2026."""
    if facts.terminally_ill or facts.severe_conditions:
        return "protected"
    then = (
        facts.element_in_award_before_6_april_2026
        or facts.awaiting_first_assessment_then
        or facts.lcw_awaiting_reassessment_then
        or facts.in_three_month_wait_then
        or (facts.esa_support_component_then and facts.esa_unbroken_until_universal_credit)
    )
    kept = all(gap_is_ignored(gap) for gap in facts.gaps) and not facts.element_removed_since
    return "protected" if then and kept else "standard"


def lcwra_element_starts(fit_note_day: date, first_assessment_period: date) -> date:
    """reg 28: first day of the assessment period after the one in which three months end."""
    ends = last_day_of_period(fit_note_day, 3)
    for start in assessment_period_starts(first_assessment_period, 240):
        if start > ends:
            return start
    raise ValueError(f"fit note {fit_note_day} is more than 20 years after the first period")


# ------------------------------------------------------------------ around the award
def net_earnings_where_award_ends(
    maximum: Decimal, unearned: Decimal, allowance: Decimal
) -> Decimal:
    """The algebraic nil point, to the nearest penny: (M - U) / 0.55 + work allowance."""
    exact = fraction(maximum - unearned) / fraction(TAPER) + fraction(allowance)
    return penny(exact)


def first_nil_penny(maximum: Decimal, allowance: Decimal) -> Decimal:
    """The least net earnings at which the rounded award is below a penny."""
    guess = penny_down(fraction(maximum) / fraction(TAPER) + fraction(allowance)) - D("0.05")
    while maximum - earnings_deduction(guess, allowance) > 0:
        guess += D("0.01")
    return guess


def surplus_threshold(
    maximum: Decimal, unearned: Decimal, allowance: Decimal, add_on: Decimal = SURPLUS_ADD_ON
) -> Decimal:
    """reg 54A: earnings that end the award, plus the add-on."""
    return penny(
        fraction(maximum - unearned) / fraction(TAPER) + fraction(allowance) + fraction(add_on)
    )


def eroded_transitional_element(element: Decimal, increases: Sequence[Decimal]) -> Decimal:
    """UC (TP) Regs 2014 reg 55: less every increase of another element (not childcare)."""
    return max(element - sum(increases, NIL), NIL)


def transitional_element_kept(last_nil_period_day: date, re_entitled_on: date) -> bool:
    """UC (TP) Regs 2014 reg 57: three months beginning with the would-be final period's end."""
    return re_entitled_on <= last_day_of_period(last_nil_period_day, 3)


def pro_rated(monthly: Decimal, days: int) -> Decimal:
    """regs 22A, 73(2A): N x (A x 12/365)."""
    return penny(fraction(monthly) * 12 / 365 * days)


# ------------------------------------------------------------------ Child Benefit
def child_benefit_per_week(children: int, day: date) -> Decimal:
    """SI 2006/965 reg 2, pounds a week."""
    if children == 0:
        return NIL
    return amount("child_benefit_eldest", day) + (children - 1) * amount("child_benefit_other", day)


def high_income_charge(
    adjusted_net_income: Decimal,
    child_benefit_per_year: Decimal,
    *,
    start: Decimal = CHARGE_START,
    step: Decimal = CHARGE_STEP,
) -> Decimal:
    """ITEPA 2003 ss.681B, 681C: 1% for each whole step above the start; pounds cut twice."""
    over = max(fraction(adjusted_net_income) - fraction(start), Fraction(0))
    percent = min(int(over // fraction(step)), 100)
    return pound_down(fraction(pound_down(child_benefit_per_year)) * percent / 100)
