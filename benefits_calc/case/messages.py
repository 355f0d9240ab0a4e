"""What is worth knowing beside the figures, and how some facts were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benefits_calc.case import ages

if TYPE_CHECKING:
    from benefits_calc.case.model import Case
    from benefits_calc.case.person import Person

# Only when to ask; the limits themselves are parameters of the rules.
_SAVINGS_TO_ASK_ABOUT = 6000
_ADULT = 18
_TWO_PEOPLE = 2


@dataclass(frozen=True)
class Message:
    """A sentence about one fact.

    Attributes:
        code: A fixed name, for tests and other wordings.
        field: The fact it is about.
        text: The sentence, in plain English.
    """

    code: str
    field: str
    text: str


_CIRCUMSTANCES = {
    "debt_relief": "During a debt relief order or similar, a rise in income must be reported, and "
    "can end it. Speak to the debt adviser before starting.",
    "attachment_of_earnings": "Money taken from wages for debts is not allowed for by Universal "
    "Credit. Add it under the job's costs to see what is left.",
    "rent_arrears": "Rent is a debt to deal with first. Agree a payment plan before hours rise.",
    "council_tax_arrears": "Council tax is a debt to deal with first. Agree a payment plan before "
    "hours rise.",
    "volunteering": "Money that only pays back real expenses is not wages; a flat thank-you "
    "payment is. If ESA is paid, tell the Jobcentre about volunteering.",
    "unpaid_trial": "A trial that is real work must be paid at least the minimum wage. An unpaid "
    "placement has to be agreed with the Jobcentre first.",
    "therapeutic_earnings": "Therapeutic earnings is an old name. With ESA it is now permitted "
    "work; with Universal Credit the work allowance leaves some pay alone.",
    "afraid_of_being_reported": "To be safe: report the job on the day it starts, keep a picture "
    "of the journal entry, and keep payslips. Telling late is better than not telling.",
    "inheritance_or_compensation": "A sum of money can change benefits. Get advice before it "
    "comes, and keep the letter that says what it is for.",
    "leaving_supported_housing": "Moving to an ordinary tenancy changes how the rent is paid and "
    "how much can be earned first. Get advice before giving notice.",
}


def messages(case: Case) -> tuple[Message, ...]:
    """Situations that are worked out, with something to know or do."""
    found = list(_of_person("claimant", case.claimant, case))
    if case.partner is not None:
        found += _of_person("partner", case.partner, case)
    found += [*_of_children(case), *_of_money(case), *_of_job(case)]
    found += [
        Message(name, f"circumstances[{place}]", _CIRCUMSTANCES[name])
        for place, name in enumerate(case.circumstances, start=1)
        if name in _CIRCUMSTANCES
    ]
    return tuple(found)


def _of_person(field: str, person: Person, case: Case) -> Iterator[Message]:
    if case.as_at is not None and ages.age_on(person.born.first_day, case.as_at) < _ADULT:
        yield Message(
            "under_18",
            f"{field}.born",
            "Under 18, Universal Credit can be had only in some situations. Ask an adviser.",
        )
    if person.in_hospital_since is not None:
        yield Message(
            "hospital",
            f"{field}.in_hospital_since",
            "In hospital, PIP, ADP, DLA and Attendance Allowance stop being paid after 28 days, "
            "earlier stays within 28 days included, and are paid again on coming home. Universal "
            "Credit goes on, and so does its rent part for a stay of up to six months. Somebody "
            "else's carer benefit can stop with them. Tell every office that pays a benefit.",
        )
    if person.pregnant_due is not None:
        yield Message(
            "pregnancy",
            f"{field}.pregnant_due",
            "The figures are for the time before the birth. Ask about maternity pay early.",
        )
    if person.appointee:
        yield Message(
            "appointee",
            f"{field}.appointee",
            "The appointee must report the job and any change of pay. If income-related ESA is "
            "paid, an appointee may be why: ask an adviser before anything changes.",
        )
    if person.pending:
        yield Message(
            "pending",
            f"{field}.pending",
            "A decision is still open. Where possible, have it before hours rise.",
        )
    yield from _of_care(field, person, case)
    yield from _of_caring(field, person, case)
    if person.student is not None and person.student.full_time:
        yield Message(
            "student",
            f"{field}.student",
            "Student finance counts for Universal Credit in the months of the course, not in the "
            "summer break. The college's money adviser can check.",
        )
    if person.foster_carer:
        yield Message(
            "foster_carer",
            f"{field}.foster_carer",
            "Payments for fostering are not in these figures. Ask an adviser about them.",
        )


def _of_caring(field: str, person: Person, case: Case) -> Iterator[Message]:
    """Care for more than one person: one payment, and hours that are not added together."""
    if person.carer is None or len(person.carer.people) < _TWO_PEOPLE:
        return
    text = (
        "A carer's benefit is paid once, for one person cared for 35 hours a week or more. Hours "
        "for two people are not added together. Only one carer can be paid for each person."
    )
    if case.nation == "scotland":
        text += " Carer Additional Person Payment can be paid for each further person."
    yield Message("two_people_cared_for", f"{field}.carer.people", text)


def _of_care(field: str, person: Person, case: Case) -> Iterator[Message]:
    charge = person.care_charge
    if charge is None or not charge.amount:
        return
    if case.nation == "england":
        yield Message(
            "care_charge",
            f"{field}.care_charge",
            "Wages are not counted in the council's charge for care. Ask for a new assessment: "
            "with less benefit the charge may fall.",
        )
    if charge.section_117 == "yes":
        yield Message(
            "section_117",
            f"{field}.care_charge.section_117",
            "After-care under section 117 is free. Ask the council why there is a charge.",
        )


def _of_children(case: Case) -> Iterator[Message]:
    for place, child in enumerate(case.children, start=1):
        if child.looked_after:
            yield Message(
                "looked_after",
                f"children[{place}].looked_after",
                "A child placed here by the council is not counted in Universal Credit. Payments "
                "for the child are not in these figures.",
            )


def _of_money(case: Case) -> Iterator[Message]:
    if case.benefits_now and (
        case.benefits_now.war_pension or case.benefits_now.industrial_injuries
    ):
        yield Message(
            "which_awards_count",
            "benefits_now",
            "Universal Credit counts industrial injuries benefit as income and leaves a war "
            "pension out. Work does not lower either of them.",
        )
    if case.savings > _SAVINGS_TO_ASK_ABOUT and not case.savings_ignored:
        yield Message(
            "savings",
            "savings",
            "Is any of the savings back-payment of benefits or compensation? Some of that is left "
            "out for a time. Say in the case which part it is.",
        )
    award = case.benefits_now.universal_credit if case.benefits_now else None
    if award is not None and award.sanction is not None:
        until = f" until {award.sanction.until.isoformat()}" if award.sanction.until else ""
        yield Message(
            "sanction",
            "benefits_now.universal_credit.sanction",
            f"A sanction lowers Universal Credit{until}. An adviser can help to challenge it.",
        )


def _of_job(case: Case) -> Iterator[Message]:
    worker = case.worker
    weekly = worker.new_style_esa or worker.new_style_jsa or (worker.carer and case.job)
    if case.job is not None and case.job.pattern and weekly:
        yield Message(
            "weekly_limits",
            "job.pattern",
            "Limits of ESA, JSA and a carer's benefit are looked at week by week. A week over the "
            "limit can end a benefit although the average is under it. Ask before taking it.",
        )
    if case.job is not None and case.job.kind == "umbrella":
        yield Message(
            "umbrella",
            "job.kind",
            "With an umbrella company, enter the gross pay on the payslip, not the day rate.",
        )
    if case.job is not None and case.job.supported_permitted_work:
        yield Message(
            "supported_permitted_work",
            "job.supported_permitted_work",
            "The Jobcentre decides whether work counts as supported permitted work. Have its "
            "answer in writing first.",
        )


def notes(case: Case) -> tuple[Message, ...]:
    """How some facts were read, and facts that make no difference."""
    return tuple(_notes(case))


def _notes(case: Case) -> Iterator[Message]:
    people = {"claimant": case.claimant} | ({"partner": case.partner} if case.partner else {})
    for field, person in people.items():
        if case.nation == "scotland" and person.pip is not None:
            yield Message(
                "pip_in_scotland",
                f"{field}.pip",
                "In Scotland PIP is treated as Adult Disability Payment.",
            )
    if case.rental_area is not None and case.home.tenure != "private_rent":
        yield Message(
            "rental_area_unused",
            "rental_area",
            f"The rental area makes no difference, as tenure is {case.home.tenure}.",
        )
    if case.job and case.as_at and case.job.starts and case.job.starts < case.as_at:
        yield Message(
            "starts_before",
            "job.starts",
            f"The job's first day is before {case.as_at.isoformat()}, the day compared.",
        )
    if (
        case.nation != "scotland"
        and case.benefits_now
        and case.benefits_now.universal_credit
        and (case.benefits_now.universal_credit.paid == "twice_monthly")
    ):
        yield Message(
            "twice_monthly",
            "benefits_now.universal_credit.paid",
            "Payment twice a month is a choice in Scotland; elsewhere the Jobcentre must agree.",
        )
