"""From gross pay to what lands in the bank and what Universal Credit counts. Pounds a pay period.

Law: ITEPA 2003 and the PAYE Regulations 2003 (SI 2003/2682) for tax; SSCBA 1992 ss.6, 8 and
SI 2001/1004 regs 10-12 for National Insurance; Pensions Act 2008 ss.3, 13; SI 2009/470 for
student loans; UC Regs 2013 (SI 2013/376) regs 54-55 for what UC counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.oracle.money import (
    NIL,
    exact_per_month,
    fraction,
    penny,
    penny_down,
    penny_up,
    per_month,
    pound_down,
)

D = Decimal
PAY_PERIODS = ("week", "two_weeks", "four_weeks", "month", "year")

# ------------------------------------------------------------------ amounts, with their law
#: ITA 2007 s.10 (basic band, additional threshold): tops of the bands of taxable pay, a year.
UK_BANDS: list[tuple[int | None, str]] = [(37700, "0.20"), (125140, "0.40"), (None, "0.45")]
#: Scottish Rate Resolutions 2025-26 and 2026-27.
SCOTTISH_BANDS: dict[int, list[tuple[int | None, str]]] = {
    2025: [
        (2827, "0.19"),
        (14921, "0.20"),
        (31092, "0.21"),
        (62430, "0.42"),
        (125140, "0.45"),
        (None, "0.48"),
    ],
    2026: [
        (3967, "0.19"),
        (16956, "0.20"),
        (31092, "0.21"),
        (62430, "0.42"),
        (125140, "0.45"),
        (None, "0.48"),
    ],
}
#: Codes that tax everything at one rate. PAYE Regs 2003 reg 7.
FLAT_CODES: dict[str, str] = {
    "BR": "0.20",
    "D0": "0.40",
    "D1": "0.45",
    "SBR": "0.20",
    "SD0": "0.21",
    "SD1": "0.42",
    "SD2": "0.45",
    "SD3": "0.48",
}
#: SI 2001/1004 regs 10, 11(3) (same in both years): primary threshold, upper earnings limit.
NI_LIMITS: dict[str, tuple[int, int]] = {
    "week": (242, 967),
    "two_weeks": (484, 1934),
    "four_weeks": (967, 3867),
    "month": (1048, 4189),
    "year": (12570, 50270),
}
#: SSCBA 1992 ss.8, 19; SI 2001/1004 regs 29, 84, 127: employee's rate below and above the UEL.
NI_RATES: dict[str, tuple[str, str]] = {
    **dict.fromkeys("AFHMNV", ("0.08", "0.02")),
    **dict.fromkeys("BEI", ("0.0185", "0.02")),
    **dict.fromkeys("DJLZ", ("0.02", "0.02")),
    **dict.fromkeys("CKSX", ("0", "0")),
}
#: Pensions Act 2008 ss.3, 13, 15A and the yearly orders: trigger, qualifying band.
AUTO_ENROLMENT: dict[str, tuple[int, int, int]] = {
    "week": (192, 120, 967),
    "two_weeks": (384, 240, 1934),
    "four_weeks": (768, 480, 3867),
    "month": (833, 520, 4189),
    "year": (10000, 6240, 50270),
}
#: SI 2009/470: annual threshold by tax year. Plan 5 deductions begin on 6 April 2026.
LOAN_THRESHOLDS: dict[int, dict[str, int]] = {
    2025: {"plan_1": 26065, "plan_2": 28470, "plan_4": 32745, "postgraduate": 21000},
    2026: {
        "plan_1": 26900,
        "plan_2": 29385,
        "plan_4": 33795,
        "plan_5": 25000,
        "postgraduate": 21000,
    },
}
#: NMW Regs 2015 regs 4, 4A: 21 and over, 18 to 20, under 18, apprentice; by the year of 1 April.
MINIMUM_WAGE: dict[int, dict[str, str]] = {
    2025: {"21": "12.21", "18": "10.00", "under_18": "7.55", "apprentice": "7.55"},
    2026: {"21": "12.71", "18": "10.85", "under_18": "8.00", "apprentice": "8.00"},
}
#: Relief at source: the provider claims basic rate back (FA 2004 s.192).
RELIEF_AT_SOURCE = D("0.20")
#: ITA 2007 s.35.
PERSONAL_ALLOWANCE = D("12570")
FIVE_PERCENT = D(5)


@dataclass(frozen=True)
class Employment:
    """One job as seen by one pay run."""

    gross_per_pay_period: Decimal
    pay_period: str = "month"
    tax_code: str = "1257L"
    pension_scheme: str = "net_pay"
    pension_percent: Decimal = FIVE_PERCENT
    pension_basis: str = "qualifying"
    pension_enrolment: str = "automatic"
    age: int = 40
    over_state_pension_age: bool = False
    ni_category: str = "A"
    student_loans: frozenset[str] = field(default_factory=frozenset)
    paid_on: date = date(2026, 11, 27)


@dataclass(frozen=True)
class Payslip:
    """All amounts are pounds for one pay period."""

    gross: Decimal
    pension_worker: Decimal
    pension_from_pay: Decimal
    pension_counted_by_uc: Decimal
    income_tax: Decimal
    national_insurance: Decimal
    student_loan: Decimal
    net: Decimal
    uc_earned_income: Decimal


def tax_year(day: date) -> int:
    """The calendar year in which the tax year containing `day` began."""
    year = day.year if (day.month, day.day) >= (4, 6) else day.year - 1
    if year not in LOAN_THRESHOLDS:
        raise ValueError(f"date {day}: amounts are held for tax years 2025-26 and 2026-27")
    return year


# ------------------------------------------------------------------ income tax
@dataclass(frozen=True)
class TaxCode:
    """A code taken apart. kind: free_pay, k, flat, nil."""

    kind: str
    number: int = 0
    scottish: bool = False
    flat_rate: Decimal = NIL
    non_cumulative: bool = False


def read_tax_code(text: str) -> TaxCode:
    """Take a code such as '1257L', 'S1257L M1', 'K475', 'BR', '0T', 'NT' apart."""
    words = text.upper().split()
    code, basis = words[0], words[1:]
    match = re.fullmatch(r"(.*?)(W1|M1|X)", code)
    if match and not basis:
        code, basis = match.group(1), [match.group(2)]
    if len(basis) > 1 or any(word not in ("W1", "M1", "X", "W1/M1") for word in basis):
        raise ValueError(f"tax code {text!r}: only W1, M1 or X may follow the code")
    month_one = bool(basis)
    if code == "NT":
        return TaxCode("nil", non_cumulative=month_one)
    plain = code.removeprefix("C")
    if plain in FLAT_CODES:
        return TaxCode(
            "flat",
            scottish=plain.startswith("S"),
            flat_rate=D(FLAT_CODES[plain]),
            non_cumulative=month_one,
        )
    scottish = plain.startswith("S")
    plain = plain[1:] if scottish else plain
    if match := re.fullmatch(r"K(\d+)", plain):
        return TaxCode("k", int(match.group(1)), scottish, non_cumulative=month_one)
    if match := re.fullmatch(r"(\d+)[LMNT]", plain):
        return TaxCode("free_pay", int(match.group(1)), scottish, non_cumulative=month_one)
    raise ValueError(f"tax code {text!r} is not one this reading knows")


def _pay_adjustment_once(number: int, divisor: int) -> Decimal:
    """Pay adjustment tables, week 1 (divisor 52) or month 1 (divisor 12) figure for a code."""
    if number == 0:
        return NIL
    blocks, rest = divmod(number - 1, 500)
    rest += 1
    return blocks * penny_up(Fraction(5000, divisor)) + penny_up(Fraction(10 * rest + 9, divisor))


def pay_adjustment(number: int, pay_period: str) -> Decimal:
    """Free pay (or, for a K code, additional pay) for one pay period.

    Two and four weeks are multiples of the week 1 figure. A year is what HMRC's own calculator
    uses (ten times the number, plus nine); it is not a real payroll.
    """
    if pay_period == "year":
        return D(10 * number + 9) if number else NIL
    if pay_period == "month":
        return _pay_adjustment_once(number, 12)
    weeks = {"week": 1, "two_weeks": 2, "four_weeks": 4}[pay_period]
    return weeks * _pay_adjustment_once(number, 52)


def share_of_year(pay_period: str) -> Fraction:
    """The part of the tax year's bands one pay period gets."""
    return {
        "week": Fraction(1, 52),
        "two_weeks": Fraction(2, 52),
        "four_weeks": Fraction(4, 52),
        "month": Fraction(1, 12),
        "year": Fraction(1),
    }[pay_period]


def tax_by_bands(taxable: Decimal, share: Fraction, scottish: bool, year: int) -> Decimal:
    """Tax on taxable pay, pence and all, with the year's bands scaled by `share`.

    HMRC's specification for PAYE tax table routines, 4.4: the formula of the first band whose
    scaled end, raised to a whole pound, is not below the pay; whole pounds are taxed; ends and
    the tax below them are kept to four decimals.
    """
    bands = SCOTTISH_BANDS[year] if scottish else UK_BANDS
    end, below, cut_below, year_below = 0, Fraction(0), Fraction(0), Fraction(0)
    for top, rate in bands:
        if top is None or taxable <= -(-top * share.numerator // share.denominator):
            over = fraction(pound_down(taxable)) - below
            return penny_down(cut_below + over * fraction(rate))
        whole_band = (top - end) * fraction(rate)
        year_below += whole_band
        # HMRC's test rows: Scotland's bands are cut one by one, the other nations' together.
        cut_below = (
            cut_below + _four_decimals(whole_band * share)
            if scottish
            else _four_decimals(year_below * share)
        )
        end, below = top, _four_decimals(top * share)
    raise AssertionError("the last band has no end")


def _four_decimals(value: Fraction) -> Fraction:
    return Fraction(value.numerator * 10_000 // value.denominator, 10_000)


def _exact_tax(taxable: Decimal, bands: list[tuple[int | None, str]]) -> Fraction:
    left, floor, tax = fraction(taxable), 0, Fraction(0)
    for top, rate in bands:
        inside = left - floor if top is None else min(left, Fraction(top)) - floor
        if inside <= 0:
            break
        tax += inside * fraction(rate)
        floor = top or floor
    return tax


def tax_to_date(pay: Decimal, code: TaxCode, pay_period: str, periods: int, year: int) -> Decimal:
    """Tax on `pay` over `periods` pay periods, all of the code's free pay being available."""
    if code.kind == "nil" or pay <= 0:
        return NIL
    if code.kind == "flat":
        return penny_down(fraction(_taxed_pounds(pay, pay_period)) * fraction(code.flat_rate))
    adjustment = periods * pay_adjustment(code.number, pay_period)
    taxable = pay + adjustment if code.kind == "k" else pay - adjustment
    if taxable <= 0:
        return NIL
    if pay_period == "year":
        # Taxed to the pence and rounded to the nearest, as HMRC's yearly calculator prints it.
        return penny(_exact_tax(taxable, SCOTTISH_BANDS[year] if code.scottish else UK_BANDS))
    return tax_by_bands(taxable, periods * share_of_year(pay_period), code.scottish, year)


def _taxed_pounds(amount: Decimal, pay_period: str) -> Decimal:
    """Payroll taxes whole pounds; HMRC's yearly calculator taxes the pence as well."""
    return amount if pay_period == "year" else pound_down(amount)


def overriding_limit(tax: Decimal, pay: Decimal) -> Decimal:
    """Never more than half the pay of the period: PAYE Regs 2003 regs 2, 23(5), 28(5)."""
    return min(tax, penny_down(pay / 2))


def income_tax(pay: Decimal, tax_code: str, pay_period: str, paid_on: date) -> Decimal:
    """Tax for one pay period by itself (week-1/month-1). `pay` is after net-pay pension."""
    tax = tax_to_date(pay, read_tax_code(tax_code), pay_period, 1, tax_year(paid_on))
    return overriding_limit(tax, pay)


def cumulative_income_tax(
    pays: Sequence[Decimal],
    tax_code: str,
    pay_period: str,
    year: int,
    *,
    first_period: int = 1,
    pay_before: Decimal = NIL,
    tax_before: Decimal = NIL,
) -> list[Decimal]:
    """Tax (refund: negative) for each pay of a row of pay periods, cumulative code.

    `first_period` is the tax week or month (in pay periods) of the first pay: a worker who
    starts in November and is paid monthly starts in period 8.
    """
    code, result = read_tax_code(tax_code), []
    for position, pay in enumerate(pays):
        if code.non_cumulative:
            result.append(overriding_limit(tax_to_date(pay, code, pay_period, 1, year), pay))
            continue
        pay_before += pay
        due = tax_to_date(pay_before, code, pay_period, first_period + position, year)
        now = due - tax_before
        now = overriding_limit(now, pay) if now > 0 else now
        tax_before += now
        result.append(now)
    return result


def statutory_income_tax(
    pay: Decimal,
    *,
    allowance: Decimal = PERSONAL_ALLOWANCE,
    scottish: bool = False,
    year: int = 2026,
) -> Fraction:
    """A whole year's tax by ITA 2007, without payroll's tables or rounding. Below 100,000 only."""
    if pay > 100000:
        raise ValueError(f"pay {pay}: the taper of the allowance is not part of this reading")
    bands = SCOTTISH_BANDS[year] if scottish else UK_BANDS
    taxable, floor, tax = (
        max(fraction(pay) - fraction(allowance), Fraction(0)),
        Fraction(0),
        Fraction(0),
    )
    for top, rate in bands:
        part = taxable - floor if top is None else min(taxable, Fraction(top)) - floor
        if part <= 0:
            break
        tax += part * fraction(rate)
        floor = Fraction(top) if top is not None else floor
    return tax


# ------------------------------------------------------------------ National Insurance
def national_insurance(
    gross: Decimal,
    pay_period: str,
    *,
    category: str = "A",
    age: int = 40,
    over_state_pension_age: bool = False,
) -> Decimal:
    """Employee's class 1 for one pay period, each band's half pennies down."""
    if category not in NI_RATES:
        raise ValueError(f"category {category!r}: accepted are {''.join(sorted(NI_RATES))}")
    if over_state_pension_age or age < 16:
        return NIL
    threshold, limit = NI_LIMITS[pay_period]
    main, upper = NI_RATES[category]
    return round_ni(
        [
            max(min(gross, D(limit)) - threshold, NIL) * D(main),
            max(gross - limit, NIL) * D(upper),
        ]
    )


def round_ni(bands: Sequence[Decimal]) -> Decimal:
    """Each band cut to three decimals and to the penny by itself: 5 or less down, 6 or more up."""
    total = NIL
    for band in bands:
        pence, thousandths = divmod(int(band * 1000), 10)
        total += D(pence + (1 if thousandths >= 6 else 0)) / 100
    return total


# ------------------------------------------------------------------ pension, student loan
def is_enrolled(job: Employment) -> bool:
    """Pensions Act 2008 s.3: 22 to State Pension age and earning more than the trigger.

    Section 3(1)(c) says "more than": pay of exactly the trigger is not enough.
    """
    if job.pension_scheme == "none" or job.pension_enrolment == "opted_out":
        return False
    if job.pension_enrolment == "joined":
        return True
    if job.pension_enrolment != "automatic":
        raise ValueError(f"enrolment {job.pension_enrolment!r}: automatic, joined or opted_out")
    trigger = AUTO_ENROLMENT[job.pay_period][0]
    return job.age >= 22 and not job.over_state_pension_age and job.gross_per_pay_period > trigger


def pension_contributions(job: Employment) -> tuple[Decimal, Decimal]:
    """(the worker's share with its tax relief, what is taken from pay), one pay period."""
    if not is_enrolled(job):
        return NIL, NIL
    if job.pension_basis == "all":
        counted = job.gross_per_pay_period
    elif job.pension_basis == "qualifying":
        _, low, high = AUTO_ENROLMENT[job.pay_period]
        counted = max(min(job.gross_per_pay_period, D(high)) - low, NIL)
    else:
        raise ValueError(f"basis {job.pension_basis!r}: qualifying or all")
    share = penny(fraction(counted) * fraction(job.pension_percent) / 100)
    if job.pension_scheme == "relief_at_source":
        # FA 2004 s.192(2): basic rate tax on the contribution is kept back out of it.
        return share, penny(share * (1 - RELIEF_AT_SOURCE))
    return share, share


def student_loan(
    gross: Decimal,
    pay_period: str,
    plans: frozenset[str],
    year: int,
    thresholds: dict[str, int] | None = None,
) -> Decimal:
    """9% (postgraduate 6%) above the period's threshold, down to whole pounds each.

    The period's threshold is the year's share cut to the penny, as HMRC publishes it: plan 4 of
    2025-26 is 629.71 a week, a postgraduate loan 403.84.

    With several plans one 9% deduction is made, above the lowest of the thresholds.
    """
    held = LOAN_THRESHOLDS[year] if thresholds is None else thresholds
    share, total = share_of_year(pay_period), NIL
    undergraduate = [held[plan] for plan in plans if plan != "postgraduate" and plan in held]
    for threshold, rate in ([(min(undergraduate), "0.09")] if undergraduate else []) + (
        [(held["postgraduate"], "0.06")] if "postgraduate" in plans else []
    ):
        over = max(fraction(gross) - fraction(penny_down(threshold * share)), Fraction(0))
        total += pound_down(over * fraction(rate))
    return total


# ------------------------------------------------------------------ the payslip
def payslip(job: Employment, *, ras_counted: str = "gross") -> Payslip:
    """One pay period, tax on the week-1/month-1 basis.

    `ras_counted`: whether UC takes off the gross relief-at-source contribution (reg 55(5)(a),
    the default) or only what was taken from pay.
    """
    if job.pay_period not in PAY_PERIODS:
        raise ValueError(f"pay_period {job.pay_period!r}: accepted are {', '.join(PAY_PERIODS)}")
    year = tax_year(job.paid_on)
    worker, from_pay = pension_contributions(job)
    sacrificed = worker if job.pension_scheme == "salary_sacrifice" else NIL
    pay = job.gross_per_pay_period - sacrificed
    taxable = pay - worker if job.pension_scheme == "net_pay" else pay
    tax = income_tax(taxable, job.tax_code, job.pay_period, job.paid_on)
    insurance = national_insurance(
        pay,
        job.pay_period,
        category=job.ni_category,
        age=job.age,
        over_state_pension_age=job.over_state_pension_age,
    )
    loan = student_loan(pay, job.pay_period, job.student_loans, year)
    gross_relief = job.pension_scheme == "relief_at_source" and ras_counted == "gross"
    counted = worker if gross_relief or job.pension_scheme == "salary_sacrifice" else from_pay
    return Payslip(
        gross=job.gross_per_pay_period,
        pension_worker=worker,
        pension_from_pay=from_pay,
        pension_counted_by_uc=counted,
        income_tax=tax,
        national_insurance=insurance,
        student_loan=loan,
        net=job.gross_per_pay_period - from_pay - tax - insurance - loan,
        uc_earned_income=max(job.gross_per_pay_period - counted - tax - insurance, NIL),
    )


def steady_month(slip: Payslip, pay_period: str) -> Payslip:
    """The payslip's lines as monthly amounts: each line x 52/12, 26/12 or 13/12, to the penny.

    Net pay and UC earned income are then sums of the rounded lines.
    """
    if pay_period == "month":
        return slip
    gross, worker, from_pay, counted, tax, insurance, loan = (
        per_month(line, pay_period)
        for line in (
            slip.gross,
            slip.pension_worker,
            slip.pension_from_pay,
            slip.pension_counted_by_uc,
            slip.income_tax,
            slip.national_insurance,
            slip.student_loan,
        )
    )
    return Payslip(
        gross,
        worker,
        from_pay,
        counted,
        tax,
        insurance,
        loan,
        net=gross - from_pay - tax - insurance - loan,
        uc_earned_income=max(gross - counted - tax - insurance, NIL),
    )


def gross_for_hours(hours: Decimal, hourly: Decimal, pay_period: str) -> Decimal:
    """Gross pay of a pay period for a steady number of hours a week."""
    weekly = fraction(hours) * fraction(hourly)
    if pay_period == "month":
        return penny(exact_per_month(weekly, "week"))
    return penny(weekly * {"week": 1, "two_weeks": 2, "four_weeks": 4, "year": 52}[pay_period])


# ------------------------------------------------------------------ minimum wage
def minimum_wage(
    age: int,
    day: date,
    *,
    apprentice: bool = False,
    first_year: bool = False,
) -> Decimal:
    """Pounds an hour by age on `day` (NMW Regs 2015 regs 4, 4A, 5); new rates start on 1 April."""
    year = day.year if day.month >= 4 else day.year - 1
    if year not in MINIMUM_WAGE:
        raise ValueError(f"date {day}: minimum wage is held from 1 April 2025 to 31 March 2027")
    rates = MINIMUM_WAGE[year]
    if apprentice and (age < 19 or first_year):
        return D(rates["apprentice"])
    return D(rates["21"] if age >= 21 else rates["18"] if age >= 18 else rates["under_18"])


def minimum_wage_shortfall(
    pay: Decimal,
    hours: Decimal,
    age: int,
    day: date,
    *,
    apprentice: bool = False,
    first_year: bool = False,
) -> Decimal:
    """Pounds an hour by which pay for `hours` is below the minimum wage; nil if it is not."""
    if hours <= 0:
        return NIL
    rate = minimum_wage(age, day, apprentice=apprentice, first_year=first_year)
    missing = fraction(rate) - fraction(pay) / fraction(hours)
    return penny_up(missing) if missing > 0 else NIL
