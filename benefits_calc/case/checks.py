"""Facts that must agree with each other, and situations that are refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benefits_calc.case import ages
from benefits_calc.case.checks_benefits import facts_of_benefits
from benefits_calc.case.checks_events import event_problems
from benefits_calc.case.checks_home import home_problems
from benefits_calc.case.checks_job import job_problems
from benefits_calc.case.checks_people import (
    LODGER,
    children_problems,
    other_people_problems,
    person_problems,
)
from benefits_calc.case.problems import ADVISER, Problem, not_accepted, not_given, refused

if TYPE_CHECKING:
    from benefits_calc.case.model import Case

_WHAT_CAME_AFTER = (
    "Look for a later letter: what took its place is usually Universal Credit; give that under "
    f"benefits_now. If there is none, claim nothing first. {ADVISER} at once."
)
_LEGACY = {
    "income_support": "Income Support ended for everybody by 31 March 2026; it is not held",
    "income_based_jsa": "income-based Jobseeker's Allowance ended for everybody by 31 March 2026; "
    "it is not held, and New Style JSA goes under new_style_jsa",
    "tax_credits": "tax credits ended on 5 April 2025; they are not held",
    "pension_credit": "Pension Credit is for people over State Pension age, whose rules are not "
    "held, and a claim for Universal Credit can end it for good",
}
_RUNS_ON_IN_UNIVERSAL_CREDIT = (
    "and Universal Credit keeps its parts for the month of the death and two more. "
)
_AFTER_CARERS_ALLOWANCE = (
    "If it is the person cared for who died: Carer's Allowance goes on for up to 8 weeks, "
    + _RUNS_ON_IN_UNIVERSAL_CREDIT
)
_AFTER_A_CARED_FOR_PERSON_DIES = {
    "england": _AFTER_CARERS_ALLOWANCE,
    "wales": _AFTER_CARERS_ALLOWANCE,
    "scotland": (
        "If it is the person cared for who died: Carer Support Payment goes on for 8 to 12 weeks, "
        + _RUNS_ON_IN_UNIVERSAL_CREDIT
    ),
}
_REFUSED = {
    "immigration_restriction": (
        "whether benefits can be claimed turns on immigration status",
        "Stop here and ask an immigration adviser first (Citizens Advice can find one).",
    ),
    "bereavement": (
        "payments run on for a time after a death, by rules that are not held here",
        "There is no hurry; Citizens Advice or Cruse can help with what to tell whom.",
    ),
    "couple_forming": (
        "moving in together ends some protection for good",
        f"{ADVISER} before moving in.",
    ),
    "couple_separating": ("a claim as a couple ends and new ones begin", f"{ADVISER}."),
    "prison": (
        "other rules apply in prison and on release",
        f"{ADVISER} or the resettlement team.",
    ),
    "probation_hostel": ("other rules apply in approved premises", f"{ADVISER}."),
    "abroad_over_a_month": (
        "most benefits change or stop during more than a month abroad",
        f"{ADVISER}.",
    ),
    "fostering": ("payments for fostering are treated in their own way", f"{ADVISER}."),
    "kinship_care": ("payments for kinship care are treated in their own way", f"{ADVISER}."),
    "lodger": LODGER,
}


def problems(case: Case) -> tuple[Problem, ...]:
    """Everything wrong with a case as a whole, in the order of the file."""
    found = [
        *_nation(case),
        *ages.problems(case),
        *person_problems("claimant", case.claimant, case),
    ]
    if case.partner is not None:
        found += person_problems("partner", case.partner, case)
    found += [
        *children_problems(case),
        *other_people_problems(case),
        *home_problems(case.home, case),
        *_savings(case),
        *_benefits_now(case),
        *job_problems(case),
        *_circumstances(case),
        *event_problems(case),
    ]
    return tuple(found)


def _nation(case: Case) -> Iterator[Problem]:
    if case.nation == "northern_ireland":
        yield refused(
            "nation",
            case.nation,
            "Northern Ireland has its own regulations, rates instead of council tax, and its own "
            "payments, and none of them is held",
            "Give england, scotland or wales, or ask Advice NI.",
        )


def _savings(case: Case) -> Iterator[Problem]:
    ignored = sum(part.amount for part in case.savings_ignored)
    if ignored > case.savings:
        yield not_accepted(
            "savings_ignored",
            f"{ignored:.2f} in all",
            f"give parts of savings that come to at most {case.savings:.2f}",
            "it is more than savings",
        )


def _benefits_now(case: Case) -> Iterator[Problem]:
    now = case.benefits_now
    if now is None:
        if case.claims_universal_credit == "automatic":
            yield not_given(
                "claims_universal_credit",
                "give true or false, or what is paid now in benefits_now ({} for nothing)",
                "because benefits_now does not say what is paid",
            )
        return
    if now.universal_credit is not None and case.claims_universal_credit is False:
        yield not_accepted(
            "claims_universal_credit",
            value="false",
            accepted="give true or automatic",
            reason="benefits_now.universal_credit says that it is paid",
        )
    if now.income_related_esa is not None:
        yield refused(
            "benefits_now.income_related_esa",
            f"{now.income_related_esa.amount:.2f}",
            "income-related ESA ended on 1 July 2026 except where an appointee was in place or "
            "about to be; it ends with a claim for Universal Credit or a missed migration "
            "deadline, and cannot be had again",
            "Do not claim Universal Credit and do not go above permitted work before an adviser "
            "has looked. If the letter is an old one, give what is paid now.",
        )
    for name, why in _LEGACY.items():
        line = getattr(now, name)
        if line is not None:
            held = name == "pension_credit"
            where = f"{ADVISER} before claiming or changing anything." if held else _WHAT_CAME_AFTER
            yield refused(f"benefits_now.{name}", f"{line.amount:.2f}", why, where)
    yield from facts_of_benefits(case)
    if case.partner is None:
        yield from _lines_of_no_partner(case)


def _lines_of_no_partner(case: Case) -> Iterator[Problem]:
    for name in type(case.benefits_now).model_fields if case.benefits_now else ():
        line = getattr(case.benefits_now, name)
        if getattr(line, "who", "claimant") == "partner":
            yield not_accepted(
                f"benefits_now.{name}.who",
                "partner",
                "give claimant, or the partner's facts",
                "no partner is given",
            )


def _circumstances(case: Case) -> Iterator[Problem]:
    for place, name in enumerate(case.circumstances, start=1):
        if name in _REFUSED:
            why, what = _REFUSED[name]
            if name == "bereavement":
                what = (
                    f"{_AFTER_A_CARED_FOR_PERSON_DIES[case.nation]}{what}" if _cares(case) else what
                )
            yield refused(f"circumstances[{place}]", name, why, what)


def _cares(case: Case) -> bool:
    people = (case.claimant, case.partner)
    return any(person is not None and person.carer is not None for person in people)
