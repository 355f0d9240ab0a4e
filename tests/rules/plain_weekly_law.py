"""A plain reading of the weekly law, in decimals, one household at a time.

Written from the regulations and published amounts, not from the formulas: it shares no code
and no parameter with them. Amounts: DWP, benefit and pension rates 2025-26 and 2026-27.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

D = Decimal
PENNY = D("0.01")
NOTHING = D(0)
RENT = D(255)


@dataclass
class Adult:
    """Claimant or partner. Money a week unless named otherwise."""

    age: int = 40
    pay_after_tax_and_ni: Decimal = NOTHING
    pension_paid: Decimal = NOTHING
    expenses: Decimal = NOTHING
    hours: Decimal = NOTHING
    daily_living: str = "none"
    mobility: str = "none"
    dla_care: str = "none"
    blind: bool = False
    afip: bool = False
    esa: str = "none"
    wrac: bool = False
    credits_only: str = "none"
    supported_work: bool = False
    cares_and_claims: bool = False
    care_costs_month: Decimal = NOTHING
    cared_for_by_paid_carer: bool = False
    private_pension_month: Decimal = NOTHING
    maternity_allowance_month: Decimal = NOTHING
    pension_month: Decimal = NOTHING
    other_month: Decimal = NOTHING
    widowed_parents_month: Decimal = NOTHING
    maintenance_month: Decimal = NOTHING
    statutory_pay_month: Decimal = NOTHING


@dataclass
class Child:
    dla_care: str = "none"
    daily_living: str = "none"
    blind: bool = False
    childcare_month: Decimal = NOTHING


@dataclass
class Other:
    """A non-dependant."""

    age: int = 40
    hours: Decimal = NOTHING
    gross: Decimal = NOTHING
    exempt: bool = False
    on_uc_without_earnings: bool = False
    daily_living: str = "none"
    blind: bool = False


@dataclass
class Home:
    on: date
    adults: list[Adult]
    children: list[Child] = field(default_factory=list)
    others: list[Other] = field(default_factory=list)
    eligible_rent: Decimal = RENT
    weekly_rent: bool = True
    on_uc: bool | None = False  # None: let the rules of Universal Credit decide
    capital: Decimal = NOTHING


def down(amount):
    return amount.quantize(D("1e-12")).quantize(PENNY, ROUND_DOWN)


def up(amount):
    return amount.quantize(D("1e-12")).quantize(PENNY, ROUND_UP)


def nearest(amount):
    # 12/52 of a month is a repeating decimal, yet 65 % of it can be an exact half penny.
    return amount.quantize(D("1e-12")).quantize(PENNY, ROUND_HALF_UP)


def week(month):
    return month * 12 / 52


def after(on: date, month: int, day: int) -> bool:
    """Whether a change of 2026 has come."""
    return on >= date(2026, month, day)


# ------------------------------------------------------------------ ESA, permitted work, carers
def net_pay(adult):
    return max(adult.pay_after_tax_and_ni - adult.pension_paid / 2, NOTHING)


def kinds_of_permitted_work(adult, on):
    """The money limits of the kinds of exempt work that the work is (ESA Regs 2013 reg 39)."""
    higher = D("203.50") if after(on, 4, 1) else D("195.50")
    earned = down(net_pay(adult))
    kinds = []
    if earned <= 20:
        kinds.append(D(20))
    if earned <= higher and (adult.hours < 16 or adult.supported_work):
        kinds.append(higher)
    return kinds


def esa_week(adult, on):
    if adult.esa == "none" or not kinds_of_permitted_work(adult, on):
        return NOTHING
    new = after(on, 4, 6)
    young = adult.esa == "assessment" and adult.age < 25
    full, low = (D("95.55"), D("75.65")) if new else (D("92.05"), D("72.90"))
    total = low if young else full
    if adult.esa == "support":
        total += D("50.35") if new else D("48.50")
    if adult.esa == "work_related" and adult.wrac:
        total += D("37.95") if new else D("36.55")
    over = max(week(adult.private_pension_month) - 85, NOTHING)
    return up(max(total - over / 2, NOTHING))


def carer_entitled(adult, on):
    if not adult.cares_and_claims:
        return False
    gross = adult.pay_after_tax_and_ni - adult.pension_paid / 2
    net = down(max(max(gross, NOTHING) + week(adult.statutory_pay_month) - adult.expenses, NOTHING))
    left = net - min(week(adult.care_costs_month), net / 2)
    return down(left) <= (D(204) if after(on, 4, 6) else D(196))


def carers_week(adult, on):
    if not carer_entitled(adult, on):
        return NOTHING
    rate = D("86.45") if after(on, 4, 6) else D("83.30")
    overlap = esa_week(adult, on) + nearest(week(adult.maternity_allowance_month))
    return max(rate - overlap, NOTHING)


# ------------------------------------------------------------------ Housing Benefit
NEW = {
    "u25": "75.65", "25": "95.55", "couple": "150.15", "couple_u18": "114.35", "child": "87.88",
    "dp": ("44.85", "64.00"), "sdp": ("86.05", "172.10"), "edp": ("22.00", "31.40"),
    "edp_child": "33.99", "carer": "48.15", "disabled_child": "84.46", "support": "50.35",
    "wrac": "37.95", "none_working": "20.40",
    "bands": (("605", "131.45"), ("485", "119.85"), ("365", "105.20"), ("279", "64.35"),
              ("192", "46.85")),
}  # fmt: skip
OLD = {
    "u25": "72.90", "25": "92.05", "couple": "144.65", "couple_u18": "110.15", "child": "84.66",
    "dp": ("43.20", "61.65"), "sdp": ("82.90", "165.80"), "edp": ("21.20", "30.25"),
    "edp_child": "32.75", "carer": "46.40", "disabled_child": "81.37", "support": "48.50",
    "wrac": "36.55", "none_working": "19.65",
    "bands": (("577", "126.65"), ("463", "115.45"), ("348", "101.35"), ("266", "62.00"),
              ("183", "45.15")),
}  # fmt: skip


def amounts(home):
    """Reg 79(3)(a): from 1 April, or with rent by the week from the first Monday in April."""
    return NEW if after(home.on, 4, 6 if home.weekly_rent else 1) else OLD


def treated_as_incapable(adult, on):
    return (adult.esa != "none" or adult.credits_only != "none") and bool(
        kinds_of_permitted_work(adult, on)
    )


def support_level(adult, on):
    by_decision = adult.esa == "support" or adult.credits_only == "lcwra"
    return by_decision and treated_as_incapable(adult, on)


def activity_group(adult, on):
    by_decision = adult.esa == "work_related" or adult.credits_only == "lcw"
    return by_decision and treated_as_incapable(adult, on) and not support_level(adult, on)


def disabled(adult):
    return (
        (adult.daily_living, adult.mobility, adult.dla_care) != ("none", "none", "none")
        or adult.afip
        or adult.blind
    )


def severe_award(adult):
    return adult.daily_living != "none" or adult.dla_care in ("middle", "highest") or adult.afip


def allowances(home):
    """Paragraphs 1, 2, 16 and, for children, 15."""
    table, on = amounts(home), home.on
    claimant = home.adults[0]
    main_phase = support_level(claimant, on) or activity_group(claimant, on)
    if len(home.adults) == 2:
        both_minors = all(adult.age < 18 for adult in home.adults)
        total = D(table["couple_u18" if both_minors and not main_phase else "couple"])
    else:
        full_from = 18 if home.children else 25
        total = D(table["25" if claimant.age >= full_from or main_phase else "u25"])
    counted = len(home.children) if after(on, 4, 6) else min(len(home.children), 2)
    total += counted * D(table["child"])
    for child in home.children:
        if child.dla_care != "none" or child.daily_living != "none" or child.blind:
            total += D(table["disabled_child"])
        if child.dla_care == "highest" or child.daily_living == "enhanced":
            total += D(table["edp_child"])
    return total


def premiums(home):
    """Adults' premiums and component by name (paragraphs 12 to 17, 23, 24)."""
    table, on, adults = amounts(home), home.on, home.adults
    place, found = len(adults) - 1, {}
    if any(disabled(adult) for adult in adults) and not treated_as_incapable(adults[0], on):
        found["dp"] = D(table["dp"][place])
    if severe := severe_disability_premium(home, table):
        found["sdp"] = severe
    if support_level(adults[0], on) or any(
        adult.daily_living == "enhanced" or adult.dla_care == "highest" or adult.afip
        for adult in adults
    ):
        found["edp"] = D(table["edp"][place])
    if carers := sum(carer_entitled(adult, on) for adult in adults):
        found["carer"] = carers * D(table["carer"])
    group = [adult for adult in adults if activity_group(adult, on)]
    if any(support_level(adult, on) for adult in adults):
        found["support"] = D(table["support"])
    elif any(adult.wrac for adult in group):
        found["wrac"] = D(table["wrac"])
    if group:
        found["group"] = NOTHING
    return found


def applicable_amount(home):
    """Schedule 3: the total, and the names that paragraph 3 of Schedule 4 asks about."""
    found = premiums(home)
    return allowances(home) + sum(found.values()), set(found)


def severe_disability_premium(home, table):
    adults = home.adults
    if any(
        other.age >= 18 and other.daily_living == "none" and not other.blind
        for other in home.others
    ):
        return NOTHING
    qualifying = [adult for adult in adults if severe_award(adult)]
    low, high = (D(amount) for amount in table["sdp"])
    if len(adults) == 2 and len(qualifying) == 2:
        paid_for = sum(adult.cared_for_by_paid_carer for adult in adults)
        return (high, low, NOTHING)[paid_for]
    if len(qualifying) != 1 or qualifying[0].cared_for_by_paid_carer:
        return NOTHING
    if len(adults) == 1:
        return low
    (second,) = [adult for adult in adults if adult is not qualifying[0]]
    return low if second.blind else NOTHING


def earnings(adult):
    return net_pay(adult) + week(adult.statutory_pay_month)


def first_disregard(home, marks):
    """Paragraphs 3 to 10A."""
    adults, on = home.adults, home.on
    total = sum(earnings(adult) for adult in adults)
    exempt = [adult for adult in adults if treated_as_incapable(adult, on) and earnings(adult) > 0]
    if exempt:
        worker = exempt[0]
        limit = max(kinds_of_permitted_work(worker, on))
        if not (len(adults) == 1 and home.children and limit < 25):
            used = min(limit, earnings(worker))
            rest = total - earnings(worker)
            if len(exempt) < 2:
                rest = min(rest, D(20))
            return used + min(rest, max(limit - used, NOTHING))
    if len(adults) == 1 and home.children:
        return min(D(25), total)
    if marks & {"dp", "sdp", "support", "group"}:
        return min(D(20), total)
    if "carer" in marks:
        carers = sum(earnings(adult) for adult in adults if carer_entitled(adult, on))
        used = min(D(20), carers)
        return used + min(D(20) - used, D(10), total - carers)
    return min(D(10 if len(adults) == 2 else 5), total)


def paragraph_18(home):
    if not after(home.on, 10, 5):
        return NOTHING
    elder = max(adult.age for adult in home.adults)
    if len(home.adults) == 1:
        return D("77.73") if elder >= 25 else D("61.41")
    if elder >= 25:
        return D("119.70")
    return D("61.53") if elder >= 18 else D("97.33")


def childcare(home):
    adults, on = home.adults, home.on
    paid = [child.childcare_month for child in home.children if child.childcare_month > 0]
    workers = [adult for adult in adults if adult.hours >= 16]
    if not paid or not workers:
        return NOTHING
    for adult in adults:
        unable = disabled(adult) or support_level(adult, on) or activity_group(adult, on)
        if adult.hours < 16 and not unable:
            return NOTHING
    return min(week(sum(paid)), D(300 if len(paid) > 1 else 175))


def has_additional_hours(home, marks):
    adults, on = home.adults, home.on
    claimant = adults[0]
    if any(adult.age >= 25 and adult.hours >= 30 for adult in adults):
        return True
    workers = [adult for adult in adults if adult.hours >= 16]
    if workers and home.children:
        return True
    if len(adults) == 1:
        return bool(workers) and bool(marks & {"dp", "support", "group"})
    for adult in workers:
        barred = adult is claimant and treated_as_incapable(adult, on)
        if support_level(adult, on) or activity_group(adult, on):
            return True
        if disabled(adult) and not barred:
            return True
    return False


def income(home, marks):
    total = sum(earnings(adult) for adult in home.adults)
    first = first_disregard(home, marks)
    extra = min(paragraph_18(home), total - first)
    care = childcare(home)
    taken = first + extra + care
    if has_additional_hours(home, marks) and nearest(total) >= nearest(taken + D("17.10")):
        taken += D("17.10")
    counted = max(total - taken, NOTHING)
    for adult in home.adults:
        counted += esa_week(adult, home.on) + carers_week(adult, home.on)
        counted += nearest(week(adult.maternity_allowance_month))
        counted += week(adult.pension_month + adult.other_month)
        counted += max(week(adult.widowed_parents_month) - 15, NOTHING)
        left_out = 15 if home.children else 0
        counted += max(week(adult.maintenance_month) - left_out, NOTHING)
    over = max(home.capital - 6000, NOTHING)
    return counted + (over / 250).to_integral_value(ROUND_CEILING)


def deductions_for_others(home):
    for adult in home.adults:
        if adult.blind or adult.afip or adult.daily_living != "none" or adult.dla_care != "none":
            return NOTHING
    table, total = amounts(home), NOTHING
    for other in home.others:
        if other.age < 18 or other.exempt or (other.age < 25 and other.on_uc_without_earnings):
            continue
        taken = D(table["none_working"])
        if other.hours >= 16:
            for floor, amount in table["bands"]:
                if other.gross >= D(floor):
                    taken = D(amount)
                    break
        total += taken
    return total


def housing_benefit_week(home):
    most = max(home.eligible_rent - deductions_for_others(home), NOTHING)
    if home.on_uc:
        award = most
    elif home.capital > 16000:
        return NOTHING
    else:
        allowance, marks = applicable_amount(home)
        over = max(income(home, marks) - allowance, NOTHING)
        award = nearest(max(most - D("0.65") * over, NOTHING))
    return award if award >= D("0.50") else NOTHING
