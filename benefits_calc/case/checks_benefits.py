"""Benefits in payment that need a fact elsewhere: figures come from facts, not from letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from benefits_calc.case.problems import ADVISER, Problem, not_given, refused

if TYPE_CHECKING:
    from benefits_calc.case.model import Case
    from benefits_calc.case.person import Person

_CARER = ("carer", "{hours_per_week: 35, carers_allowance: true}")


def _gets_carers_benefit(person: Person, _: Case) -> bool:
    return person.carer is not None and person.carer.carers_allowance


def _gets_pip(person: Person, case: Case) -> bool:
    held = person.pip or person.adp or any(child.pip or child.adp for child in case.children)
    return bool(held)


# By line: the field of the person that it needs, an example, and whether the case has it.
_FACTS: dict[str, tuple[str, str, Callable[[Person, Case], bool]]] = {
    "new_style_esa": (
        "new_style_esa",
        "{group: support}, with the group on the decision letter",
        lambda person, _: person.new_style_esa is not None,
    ),
    "new_style_jsa": (
        "new_style_jsa",
        "{days_used: 30}",
        lambda person, _: person.new_style_jsa is not None,
    ),
    "pip": ("pip", "{daily_living: standard, mobility: none}", _gets_pip),
    "adult_disability_payment": ("adp", "{daily_living: standard, mobility: none}", _gets_pip),
    "disability_living_allowance": (
        "dla",
        "{care: middle, mobility: none}, here or for the child it is for",
        lambda person, case: bool(person.dla or any(c.dla or c.cdp for c in case.children)),
    ),
    "attendance_allowance": (
        "attendance_allowance",
        "lower or higher",
        lambda person, _: person.attendance_allowance is not None,
    ),
    "carers_allowance": (*_CARER, _gets_carers_benefit),
    "carer_support_payment": (*_CARER, _gets_carers_benefit),
    "scottish_carer_supplement": (*_CARER, _gets_carers_benefit),
}
_CHILDREN = {
    "child_benefit": "{born: 2019-06}",
    "scottish_child_payment": "{born: 2019-06}",
    "child_disability_payment": "{born: 2019-06, cdp: {care: middle}}",
    "guardians_allowance": "{born: 2019-06, guardians_allowance: true}",
}


def facts_of_benefits(case: Case) -> Iterator[Problem]:
    """Benefits that a letter shows and that no fact of a person explains."""
    now = case.benefits_now
    if now is None:
        return
    for name, (field, example, is_known) in _FACTS.items():
        line = getattr(now, name)
        if line is None or line.amount == 0:
            continue
        person = case.partner if line.who == "partner" else case.claimant
        if person is not None and not is_known(person, case):
            yield not_given(
                f"{line.who}.{field}",
                f"give it, such as {example}",
                f"because benefits_now.{name} says that it is paid",
            )
    yield from _children(case)
    yield from _older_premiums(case)
    housing = now.housing_benefit
    if housing and housing.amount > 0 and case.home.tenure not in ("supported", "temporary"):
        yield refused(
            "benefits_now.housing_benefit",
            f"{housing.amount:.2f}",
            f"with tenure {case.home.tenure}, Housing Benefit before State Pension age ended by "
            "1 July 2026, and its rules are not held; it goes on in supported and temporary homes",
            "If the home is one of those, give tenure: supported or temporary. Otherwise look for "
            "a later letter: the rent is usually in Universal Credit. If there is none, claim "
            f"nothing first. {ADVISER}.",
        )


def _older_premiums(case: Case) -> Iterator[Problem]:
    """What they bring is known for the first assessment period only: it goes down later."""
    award = case.benefits_now.universal_credit if case.benefits_now else None
    if award is None or award.older_premiums is None or award.transitional_element is not None:
        return
    if award.since is None or case.as_at is None:
        return
    first = award.since.first_day
    months = (case.as_at.year - first.year) * 12 + case.as_at.month - first.month
    if months > 1:
        yield not_given(
            "benefits_now.universal_credit.transitional_element",
            "give the amount on the statement, such as {amount: 148.82, per: month}",
            "because the award is past its first month, and that part goes down as others rise",
        )


def _children(case: Case) -> Iterator[Problem]:
    known = {
        "child_disability_payment": any(child.cdp or child.dla for child in case.children),
        "guardians_allowance": any(child.guardians_allowance for child in case.children),
    }
    for name, example in _CHILDREN.items():
        line = getattr(case.benefits_now, name)
        if line is not None and line.amount > 0 and not known.get(name, bool(case.children)):
            yield not_given(
                "children",
                f"give the child, such as {example}",
                f"because benefits_now.{name} says that it is paid",
            )
