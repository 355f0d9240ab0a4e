"""A second reading of council tax reduction in plain Python, from the schemes' own figures.

Exact fractions, one household at a time. It shares nothing with the rules: the figures below
were typed from the instruments and council pages, not read from the parameters.

England: SI 2012/2886 Sch (default scheme). Wales: WSI 2013/3035, 2026/13, 2025/59. Scotland:
SSI 2021/249 as amended by SSI 2025/24 and 2026/56. Councils: their schemes for the year.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from tests.oracle.money import penny

WEEKLY = Fraction(12, 52)


@dataclass(frozen=True)
class OtherAdult:
    """Somebody else of 18 or over in the home."""

    hours: Fraction
    gross_week: Fraction
    on_uc_without_earnings: bool = False
    exempt: bool = False


@dataclass(frozen=True)
class Adult:
    """Claimant or partner. `capability` is the UC decision, `esa` the ESA group."""

    age: int
    daily_living: str = "none"
    mobility: str = "none"
    capability: str = "none"
    esa: str = "none"
    carers_benefit: bool = False
    paid_carer: bool = False
    blind: bool = False
    earnings_week: Fraction = Fraction(0)
    other_income_week: Fraction = Fraction(0)
    hours: Fraction = Fraction(0)

    @property
    def severe(self) -> bool:
        return self.daily_living != "none"

    @property
    def disabled(self) -> bool:
        return self.severe or self.mobility != "none" or self.blind


@dataclass(frozen=True)
class Child:
    """A child; `care` is DLA care."""

    care: str = "none"


@dataclass(frozen=True)
class Facts:
    """One household in one year (2025 or 2026, from April)."""

    scheme: str
    year: int
    bill_year: Fraction
    band: str
    on_uc: bool
    claimant: Adult
    partner: Adult | None = None
    children: tuple[Child, ...] = ()
    others: tuple[OtherAdult, ...] = ()
    capital: Fraction = Fraction(0)
    earned_month: Fraction = Fraction(0)
    unearned_month: Fraction = Fraction(0)
    tariff_month: Fraction = Fraction(0)
    award_month: Fraction = Fraction(0)
    maximum_month: Fraction = Fraction(0)
    elements: dict[str, Fraction] = field(default_factory=dict)
    lone_parent_small_child: bool = False
    works: bool = False

    @property
    def adults(self) -> tuple[Adult, ...]:
        return (self.claimant,) if self.partner is None else (self.claimant, self.partner)


def pounds(text: str) -> tuple[Fraction, ...]:
    return tuple(Fraction(part) for part in text.split())


# ------------------------------------------------------------------ deductions for other adults
PRESCRIBED = (pounds("0 279 485 605"), pounds("5.20 10.60 13.30 15.95"))
OTHER_ADULTS = {
    ("kingston_upon_thames", 2026): (pounds("0 279 485 605"), pounds("5.64 11.50 14.43 17.31")),
    ("newham", 2026): (pounds("0 183 316 394"), pounds("7.54 14.96 18.84 22.61")),
    ("southwark", 2025): (pounds("0 266 463 577"), pounds("5.00 10.20 12.80 15.35")),
    ("wales_working_age", 2026): (pounds("0 279 485 605"), pounds("6.70 13.35 16.80 20.05")),
    ("wales_working_age", 2025): (pounds("0 266 463 577"), pounds("6.25 12.45 15.65 18.70")),
    ("scotland_working_age", 2026): (pounds("0 286 497 614"), pounds("5.55 10.95 13.90 16.55")),
    ("scotland_working_age", 2025): (pounds("0 273 474 586"), pounds("5.35 10.55 13.40 15.95")),
}


def deductions(facts: Facts) -> Fraction:
    """Paragraph 30; Croydon and Lambeth by any work."""
    if any(adult.severe or adult.blind for adult in facts.adults):
        return Fraction(0)
    return sum((_deduction(facts, other) for other in facts.others), Fraction(0))


def _deduction(facts: Facts, other: OtherAdult) -> Fraction:
    if other.exempt or other.on_uc_without_earnings:
        return Fraction(0)
    if facts.scheme == "croydon":
        if other.hours == 0 or other.gross_week == 0:
            return Fraction(5)
        return Fraction(30) if other.gross_week * 52 > 24000 else Fraction(10)
    if facts.scheme == "lambeth":
        return Fraction(16) if other.hours > 0 and other.gross_week > 0 else Fraction(10)
    starts, amounts = OTHER_ADULTS.get((facts.scheme, facts.year), PRESCRIBED)
    if other.hours < 16:
        return amounts[0]
    return max(amount for start, amount in zip(starts, amounts, strict=True)
               if other.gross_week >= start)  # fmt: skip


# ------------------------------------------------------------------ taper schemes
SHARE = {"newham": "0.7", "west_northamptonshire": "0.8", "north_northamptonshire": "0.75"}
SHARE["southwark"] = "0.85"


def week_of_bill(facts: Facts) -> Fraction:
    # Neither 2025-26 nor 2026-27 has a 29 February.
    return facts.bill_year / 365 * 7


def taper_scheme(facts: Facts) -> Fraction:
    """A reduction a week of the default pattern: England's councils and Wales."""
    if facts.capital > (6000 if facts.scheme == "newham" else 16000):
        return Fraction(0)
    most = Fraction(SHARE.get(facts.scheme, "1")) * week_of_bill(facts) - deductions(facts)
    if facts.on_uc:
        income = (
            facts.earned_month + facts.unearned_month + facts.tariff_month + facts.award_month
        ) * WEEKLY
        applicable = facts.maximum_month * WEEKLY
    else:
        income, applicable = income_without_uc(facts), premiums(facts)
    rate = Fraction("0.25") if facts.scheme == "newham" else Fraction("0.2")
    return max(Fraction(0), max(most, Fraction(0)) - rate * max(Fraction(0), income - applicable))


# ------------------------------------------------------------------ allowances and premiums
@dataclass(frozen=True)
class Amounts:
    young: Fraction
    single: Fraction
    couple: Fraction
    child: Fraction
    support: Fraction
    activity: Fraction
    disability: tuple[Fraction, Fraction]
    severe: tuple[Fraction, Fraction]
    enhanced: tuple[Fraction, Fraction]
    disabled_child: Fraction
    enhanced_child: Fraction
    carer: Fraction


def _amounts(allowances: str, rest: str) -> Amounts:
    young, single, couple, child = pounds(allowances)
    values = pounds(rest)
    return Amounts(
        young, single, couple, child, values[0], values[1], (values[2], values[3]),
        (values[4], values[5]), (values[6], values[7]), values[8], values[9], values[10],
    )  # fmt: skip


PREMIUMS_2026 = "50.35 37.95 44.85 64.00 86.05 172.10 22.00 31.40 84.46 33.99 48.15"
PREMIUMS_2025 = "48.50 36.55 43.20 61.65 82.90 165.80 21.20 30.25 81.37 32.75 46.40"
AMOUNTS = {
    ("scotland", 2026): _amounts("75.65 95.55 150.15 109.85", PREMIUMS_2026),
    ("scotland", 2025): _amounts("72.90 92.05 144.65 105.85", PREMIUMS_2025),
    ("wales", 2026): _amounts("80.60 101.85 159.85 87.88", PREMIUMS_2026),
    ("england", 2026): _amounts("75.65 95.55 150.15 87.88", PREMIUMS_2026),
}


def premiums(facts: Facts) -> Fraction:
    """SSI 2021/249 Sch 1; SI 2012/2886 Sch 3; WSI 2013/3035."""
    nation = facts.scheme.split("_")[0] if facts.scheme.endswith("working_age") else "england"
    table = AMOUNTS[nation, facts.year]
    adults, couple = facts.adults, facts.partner is not None
    by_uc = nation == "scotland" and facts.on_uc
    lcwra = [a.capability == "lcwra" if by_uc else a.esa == "support" for a in adults]
    lcw = [a.capability == "lcw" if by_uc else a.esa == "work_related" for a in adults]
    limited = [a.capability in ("lcw", "lcwra") if by_uc else a.esa != "none" for a in adults]
    total = _allowance(facts, table, main_phase=lcwra[0] or lcw[0])
    for child in facts.children:
        total += table.child
        total += table.disabled_child if child.care != "none" else 0
        total += table.enhanced_child if child.care == "highest" else 0
    total += table.carer * sum(a.carers_benefit for a in adults)
    if any(lcwra):
        total += table.support
    elif any(lcw) and nation == "scotland":
        total += table.activity  # elsewhere only claims from before April 2017, none here
    barred = any(limited) if by_uc else limited[0]
    if any(a.disabled for a in adults) and not barred:
        total += table.disability[couple]
    total += _severe(facts, table)
    enhanced = any(a.daily_living == "enhanced" for a in adults)
    if enhanced or (any(lcwra) if by_uc else lcwra[0]):
        total += table.enhanced[couple]
    return total


def _allowance(facts: Facts, table: Amounts, *, main_phase: bool) -> Fraction:
    if facts.partner is not None:
        return table.couple
    full = facts.claimant.age >= 25 or main_phase or bool(facts.children)
    return table.single if full else table.young


def _severe(facts: Facts, table: Amounts) -> Fraction:
    if facts.others:
        return Fraction(0)
    with_award = [a for a in facts.adults if a.severe]
    cared_for = sum(a.paid_carer for a in with_award)
    if facts.partner is not None and len(with_award) == 2:
        return (table.severe[1], table.severe[0], Fraction(0))[cared_for]
    rest = [a for a in facts.adults if not a.severe]
    alone = len(with_award) == 1 and all(a.blind for a in rest)
    return table.severe[0] if alone and cared_for == 0 else Fraction(0)


def income_without_uc(facts: Facts) -> Fraction:
    """Earnings less disregards, other income, and a pound for each 250 over 6,000."""
    earnings = sum((a.earnings_week for a in facts.adults), Fraction(0))
    disregard = _standard_disregard(facts, earnings)
    if _hours_condition(facts) and penny(earnings) >= penny(disregard + Fraction("17.10")):
        disregard += Fraction("17.10")
    other = sum((a.other_income_week for a in facts.adults), Fraction(0))
    over = max(Fraction(0), facts.capital - 6000)
    tariff = -(-over // 250)
    return max(Fraction(0), earnings - disregard) + other + tariff


def _standard_disregard(facts: Facts, earnings: Fraction) -> Fraction:
    adults = facts.adults
    couple = facts.partner is not None
    if not couple and facts.children:
        return min(Fraction(25), earnings)
    component = any(a.esa in ("support", "work_related") for a in adults)
    premium = any(a.disabled for a in adults) and facts.claimant.esa == "none"
    severe = _severe(facts, AMOUNTS["england", 2026]) > 0
    if component or premium or severe:
        return min(Fraction(20), earnings)
    if any(a.carers_benefit for a in adults):
        return _carer_disregard([(a.carers_benefit, a.earnings_week) for a in adults])
    return min(Fraction(10) if couple else Fraction(5), earnings)


def _carer_disregard(adults: list[tuple[bool, Fraction]]) -> Fraction:
    carers = min(Fraction(20), sum((e for carer, e in adults if carer), Fraction(0)))
    others = min(Fraction(10), sum((e for carer, e in adults if not carer), Fraction(0)))
    return carers + min(others, 20 - carers)


def _hours_condition(facts: Facts) -> bool:
    for place, adult in enumerate(facts.adults):
        if adult.hours >= 30 and adult.age >= 25:
            return True
        if adult.hours >= 16:
            if facts.children or adult.esa in ("support", "work_related"):
                return True
            if adult.disabled and not (place == 0 and adult.esa != "none"):
                return True
    return False


# ------------------------------------------------------------------ Scotland with an award
def scotland(facts: Facts) -> Fraction:
    """Regulations 13, 42, 43, 57 and 79; Schedule 3."""
    if facts.capital > 16000:
        return Fraction(0)
    most = max(Fraction(0), week_of_bill(facts) - deductions(facts))
    if not facts.on_uc:
        income = income_without_uc(facts)
    else:
        earned = max(Fraction(0), facts.earned_month * WEEKLY - scottish_disregard(facts))
        unearned = facts.unearned_month + facts.tariff_month + counted_award(facts)
        income = max(Fraction(0), earned + unearned * WEEKLY - childcare(facts))
    return max(Fraction(0), most - Fraction("0.2") * max(Fraction(0), income - premiums(facts)))


def scottish_disregard(facts: Facts) -> Fraction:
    adults = facts.adults
    limited = any(a.capability in ("lcw", "lcwra") for a in adults)
    if facts.partner is None and facts.children:
        return Fraction(25)
    if limited or any(a.disabled for a in adults) or _severe(facts, AMOUNTS["scotland", 2026]):
        return Fraction(20)
    if any(a.carers_benefit for a in adults):
        return _carer_disregard([(a.carers_benefit, a.earnings_week) for a in adults])
    return Fraction(10) if facts.partner is not None else Fraction(5)


def counted_award(facts: Facts) -> Fraction:
    get = lambda name: facts.elements.get(name, Fraction(0))  # noqa: E731
    if get("child"):
        added = get("child") + get("disabled_child") + get("childcare") + get("transitional")
        return min(added, facts.award_month)
    return get("transitional") if facts.award_month > 0 else Fraction(0)


def childcare(facts: Facts) -> Fraction:
    element = facts.elements.get("childcare", Fraction(0))
    most = {2025: (280, 479), 2026: (290, 497)}[facts.year][len(facts.children) > 1]
    return min(Fraction(penny(element / 85 * 100 * 12 / 52)), Fraction(most))


# ------------------------------------------------------------------ bands
CROYDON = (
    pounds("0 158 208 258 308 358 408 458"),
    pounds("0.75 0.60 0.40 0.30 0.20 0.15 0.10 0"),
    pounds("0.80 0.70 0.60 0.50 0.40 0.30 0.20 0"),
)
LAMBETH = (pounds("0 0.01 100.01 200.01 300.01 380.01"), pounds("0.735 0.55 0.45 0.30 0.15 0"))
OXFORD = (pounds("0 480.01 530.01 580.01 660.01"), pounds("1 0.75 0.50 0.25 0"))
NINTHS = dict(zip("abcdefgh", (6, 7, 8, 9, 11, 13, 15, 18), strict=True))


def banded(facts: Facts) -> Fraction:
    """Croydon, Lambeth (without protected groups) and Oxford, with an award."""
    bill = week_of_bill(facts)
    earned = facts.earned_month * WEEKLY
    disabled = any(a.severe or a.mobility != "none" for a in facts.adults)
    if facts.scheme == "croydon":
        get = lambda name: facts.elements.get(name, Fraction(0))  # noqa: E731
        left_out = get("housing") + get("lcwra") + get("disabled_child") + get("carer") / 2
        award = max(Fraction(0), facts.award_month - left_out)
        income = earned + (facts.unearned_month + facts.tariff_month + award) * WEEKLY
        if disabled and facts.works:
            income = max(Fraction(0), income - 50)
        if disabled and not facts.works:
            share, limit = Fraction(1), 16000
        else:
            column = 2 if facts.lone_parent_small_child else 1
            share, limit = _share(income, CROYDON[0], CROYDON[column]), 8000
            bill = min(bill, bill * Fraction(9, NINTHS[facts.band]))
    elif facts.scheme == "lambeth":
        starts = list(LAMBETH[0])
        if facts.children:
            more = 30 * (len(facts.children) - 1)
            starts = [*starts[:2], *(start + 30 + more for start in starts[2:])]
        share, limit = _share(earned, tuple(starts), LAMBETH[1]), 10000
    else:
        share, limit = _share(earned, *OXFORD), 16000
    if facts.capital > limit:
        return Fraction(0)
    return max(Fraction(0), share * bill - deductions(facts))


def _share(
    income: Fraction, starts: tuple[Fraction, ...], shares: tuple[Fraction, ...]
) -> Fraction:
    pence = Fraction(penny(income))
    reached = [s for start, s in zip(starts, shares, strict=True) if pence >= start]
    return reached[-1]


# ------------------------------------------------------------------ schemes of which a part is held
EALING = (pounds("0 154.19 179.90 205.59"), pounds("0.80 0.60 0.50 0.40"))


def partly_held(facts: Facts) -> Fraction | None:
    """Ealing of 2026-27 and Sutton of 2025-26; None where the answer is to ask the council."""
    return {"ealing": ealing, "sutton": sutton}[facts.scheme](facts)


def _is_asked(facts: Facts) -> bool:
    """No award, or somebody else's deduction is due: the council's amounts are not held."""
    if not facts.on_uc:
        return True
    if any(adult.severe or adult.blind for adult in facts.adults):
        return False
    return any(not (one.exempt or one.on_uc_without_earnings) for one in facts.others)


def _limited(facts: Facts) -> bool:
    return any(a.disabled or a.capability in ("lcw", "lcwra") for a in facts.adults)


def ealing(facts: Facts) -> Fraction | None:
    """All of the bill for protected groups without pay; others by bands of pay below 205.59."""
    if facts.capital > 6000:
        return Fraction(0)
    protected = (
        _limited(facts)
        or any(a.carers_benefit for a in facts.adults)
        or facts.elements.get("carer", Fraction(0)) > 0
        or any(child.care != "none" for child in facts.children)
        or facts.lone_parent_small_child
    )
    earned = facts.earned_month * WEEKLY
    pence = Fraction(penny(earned))
    if _is_asked(facts) or pence >= (Fraction("0.01") if protected else EALING[0][-1]):
        return None
    week = (Fraction(1) if protected else _share(earned, *EALING)) * week_of_bill(facts)
    return week if week >= 2 else Fraction(0)


def sutton(facts: Facts) -> Fraction | None:
    """95 per cent of at most a band C bill for those disabled and without work; others: ask."""
    if not _limited(facts) or facts.works:
        return None
    if facts.capital > 10000:
        return Fraction(0)
    if _is_asked(facts):
        return None
    most = week_of_bill(facts) * min(Fraction(1), Fraction(8, NINTHS[facts.band]))
    return Fraction("0.95") * most


def reduction_week(facts: Facts) -> Fraction:
    """Pounds a week, unrounded, by the scheme's method."""
    if facts.scheme == "scotland_working_age":
        return scotland(facts)
    if facts.scheme in ("croydon", "lambeth", "oxford"):
        return banded(facts)
    return taper_scheme(facts)


def reduction_month(facts: Facts) -> Fraction:
    """A twelfth of 365 days of it, to the penny."""
    return Fraction(penny(reduction_week(facts) / 7 * 365 / 12))
