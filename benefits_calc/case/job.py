"""A job: the one being thought about, or one the person has now."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema

from benefits_calc.case.facts import (
    Amount,
    AmountOrNothing,
    Day,
    Facts,
    Hours,
    Percent,
    Pounds,
    ShortText,
    Weeks,
    either,
    fact,
)
from benefits_calc.case.tax_code import AUTOMATIC, TaxCode, TaxCodeText, parse_tax_code

PayCycle = Literal["weekly", "fortnightly", "four_weekly", "monthly"]
StudentLoanPlan = Literal["plan_1", "plan_2", "plan_4", "plan_5", "postgraduate"]
NationalInsuranceCategory = Literal[
    "A", "B", "C", "D", "E", "F", "H", "I", "J", "K", "L", "M", "N", "S", "V", "X", "Z"
]


def _loans(value: object) -> object:
    if value is None or value == "none":
        return ()
    if isinstance(value, str):
        return (value,)
    return value


class Pension(Facts):
    """How the workplace pension is taken from pay."""

    scheme: Literal["none", "net_pay", "relief_at_source", "salary_sacrifice"] = fact(
        "Scheme",
        "How the contribution is taken: before tax, after tax, or in place of pay.",
        "net_pay",
    )
    employee_percent: Percent = fact("Worker's share", "Per cent of pay, tax relief included.", 5.0)
    basis: Literal["qualifying", "all"] = fact(
        "On which pay", "Qualifying earnings only, or all pay.", "qualifying"
    )
    enrolment: Literal["automatic", "joined", "opted_out"] = fact(
        "Enrolment", "Automatic by age and pay, joined by choice, or opted out.", "automatic"
    )
    first_deduction_date: Day | None = fact(
        "First deduction", "Day of the first deduction, where it is put off.", None
    )


class Apprentice(Facts):
    """An apprenticeship."""

    first_year: bool = fact("First year", "Whether it is the first year of the apprenticeship.")


class TermBreak(Facts):
    """Days between terms, without work."""

    first: Day = fact("First day", "First day without work.")
    last: Day = fact("Last day", "Last day without work.")


class TermTime(Facts):
    """Work in school terms only."""

    weeks: Weeks = fact("Weeks worked", "Weeks of work in a year.")
    weeks_paid: Weeks | None = fact(
        "Weeks paid",
        "Weeks of pay in a year, holiday pay included; not given: all weeks worked.",
        None,
    )
    spread_over_year: bool = fact(
        "Spread over the year", "Whether the year's pay comes in equal parts.", True
    )
    breaks: tuple[TermBreak, ...] = fact(
        "Breaks",
        "Days between terms, for pay that is not spread over the year; without them it is shown "
        "in equal parts.",
        (),
    )


class WorkCost(Facts):
    """A cost of going to work."""

    kind: Literal[
        "travel", "clothing", "meals", "tools", "fees", "attachment_of_earnings", "other"
    ] = fact("Kind", "What the money is for.")
    amount: Pounds = fact("Amount", "Pounds and pence.")
    per: Literal["shift", "day", "week", "fortnight", "four_weeks", "month", "quarter", "year"] = (
        fact("Period", "What the amount is for; a day or shift needs shifts_per_week.")
    )


class PatternStep(Facts):
    """A run of weeks at the same hours."""

    weeks: Annotated[int | Literal["repeat"], *either("repeat", low=1, high=520)] = fact(
        "Weeks", "How many weeks, or 'repeat' for all that follow."
    )
    hours: Hours = fact("Hours", "Hours in each of these weeks.")


class Job(Facts):
    """A job as an employee."""

    title: ShortText | None = fact("Title", "What the job is; no employer's name.", None)
    kind: Literal["employed", "self_employed", "umbrella"] = fact(
        "Kind of work",
        "Employed; an umbrella company's worker is entered by the payslip's gross pay.",
        "employed",
    )
    starts: Day | None = fact("Starts", "First day of work.", None)
    ends: Day | None = fact("Ends", "Last day of work, where it is for a fixed time.", None)
    hourly_pay: Pounds | None = fact("Pay an hour", "Pounds an hour before deductions.", None)
    pay: Amount | None = fact("Salary", "Pay before deductions at hours_per_week.", None)
    hours_per_week: Hours | None = fact(
        "Hours a week",
        "Hours in a usual week; may be left out only for a present job with a salary.",
        None,
    )
    shifts_per_week: float | None = fact(
        "Days a week", "Days or shifts in a usual week, for costs by the day.", None, ge=0, le=14
    )
    paid: PayCycle = fact("Paid", "How often pay comes.", "monthly")
    pay_day: Annotated[
        int
        | Literal["last_working_day", "monday", "tuesday", "wednesday", "thursday", "friday"]
        | None,
        *either(
            "last_working_day",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            low=1,
            high=31,
        ),
    ] = fact("Pay day", "Day of the month, the last working day, or a weekday.", None)
    first_pay_date: Day | None = fact("First pay day", "Day of the first wage.", None)
    first_pay_amount: Pounds | None = fact(
        "First pay", "Gross pay on the first pay day, in pounds, where it differs.", None
    )
    arrears_weeks: Weeks | None = fact(
        "Weeks in hand", "Weeks worked before the first pay covers them.", None
    )
    who: Literal["claimant", "partner"] = fact("Whose job", "Who would do the job.", "claimant")
    replaces: Annotated[
        int | Literal["none", "all"] | None, *either("none", "all", low=1, high=20)
    ] = fact(
        "Takes the place of",
        "Which of the person's present jobs it replaces: none, all, or its place in the list "
        "(1 is the first). Needed when there are jobs now.",
        None,
    )
    pension: Pension | None = fact(
        "Workplace pension",
        "Left out: 5 per cent of qualifying earnings before tax, by automatic enrolment, listed "
        "as an assumption.",
        None,
    )
    tax_code: TaxCodeText | None = fact(
        "Tax code",
        "As on the payslip, such as 1257L, S1257L, C1257L M1, BR, 0T or K100; automatic: the usual "
        "code, lowered for taxable benefits and pensions as HMRC does.",
        None,
    )
    starter_declaration: Literal["A", "B", "C"] | None = fact(
        "Starter declaration",
        "Statement A, B or C of the new starter checklist, where there is no code yet.",
        None,
    )
    marriage_allowance_claimed: bool = fact(
        "Marriage Allowance",
        "Whether this person has been given a tenth of the husband's, wife's or civil partner's "
        "allowance.",
        False,
    )
    national_insurance_category: NationalInsuranceCategory | None = fact(
        "National Insurance letter", "Category letter on the payslip; usually A.", None
    )
    student_loan: Annotated[
        tuple[StudentLoanPlan, ...],
        BeforeValidator(_loans),
        WithJsonSchema(
            {
                "anyOf": [
                    {"enum": ["none", "plan_1", "plan_2", "plan_4", "plan_5", "postgraduate"]},
                    {
                        "type": "array",
                        "items": {"enum": ["plan_1", "plan_2", "plan_4", "plan_5", "postgraduate"]},
                    },
                ]
            }
        ),
    ] = fact("Student loan", "Plans repaid from pay: one, a list, or none.", ())
    supported_permitted_work: bool = fact(
        "Supported permitted work",
        "Whether ESA has agreed that this is supported permitted work; never assumed.",
        False,
    )
    costs: tuple[WorkCost, ...] = fact(
        "Costs of work", "Travel and other costs, the same at any hours above nought.", ()
    )
    expenses_per_week: Pounds = fact(
        "Expenses a week", "Costs wholly for the job that tax law allows, in pounds a week.", 0.0
    )
    payroll_giving: AmountOrNothing = fact(
        "Payroll giving", "Gifts to charity taken from pay.", None
    )
    pattern: tuple[PatternStep, ...] | None = fact(
        "Uneven hours", "Runs of weeks with their hours, where hours are not even.", None
    )
    apprentice: Apprentice | None = fact("Apprenticeship", "Where the job is one.", None)
    term_time: TermTime | None = fact("Term time only", "Where work stops in the holidays.", None)
    pay_this_tax_year: Pounds | None = fact(
        "Pay this tax year", "Pay so far this tax year from earlier jobs (P45), in pounds.", None
    )
    tax_this_tax_year: Pounds | None = fact(
        "Tax this tax year", "Tax so far this tax year (P45), in pounds.", None
    )

    @property
    def pension_given(self) -> bool:
        """Whether the pension was stated; otherwise `pension_in_force` is an assumption."""
        return self.pension is not None

    @property
    def pension_in_force(self) -> Pension:
        """The pension as stated, or the one assumed."""
        return self.pension if self.pension is not None else Pension()

    @property
    def paid_given(self) -> bool:
        """Whether the pay cycle was stated; otherwise monthly is an assumption."""
        return self.given("paid")

    @property
    def parsed_tax_code(self) -> TaxCode | None:
        """The tax code read into its parts, where one was given as on a payslip."""
        if self.tax_code is None or self.tax_code_is_automatic:
            return None
        return parse_tax_code(self.tax_code)

    @property
    def tax_code_is_automatic(self) -> bool:
        """Whether the usual code is lowered for taxable benefits."""
        return self.tax_code == AUTOMATIC
