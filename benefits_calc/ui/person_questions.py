"""Questions about one grown-up of the household: health, disability benefit, caring, study."""

from __future__ import annotations

from benefits_calc.ui import state
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.state import UNSURE
from benefits_calc.words.page_catalogue import say

CARE_HOURS_AT_FIRST = 35
WHO = {"claimant": "", "partner": "partner"}
# By award of a disability benefit, its two parts.
PARTS = {
    "pip": ("daily_living", "mobility"),
    "adp": ("daily_living", "mobility"),
    "dla": ("care", "mobility"),
}
CHALLENGES = ("reconsideration", "appeal")


def ask_health(fields: Fields, person: str) -> None:
    """The decision about work, and the rate on the statement where it matters."""
    who = WHO[person]
    found = fields.choice(f"{person}.work_capability", "capability", who=who)
    if found == "lcwra":
        held = _rate_held(person)
        rate = fields.pick("health_rate", held, path=f"{person}.health_element", who=who)
        if rate != held:
            _keep_rate(person, rate)
        since = f"{person}.work_capability_since"
        if rate == UNSURE or state.value(since) is not None:
            fields.month(since, "capability_since", who=who)
    elif state.value(f"{person}.health_element") in ("protected", "standard"):
        _keep_rate(person, None)
    rate_not_known = state.said(f"{person}.health_element") == UNSURE
    has_note = state.value(f"{person}.fit_note_from") is not None
    if found == "awaiting_assessment" or rate_not_known or has_note:
        fields.month(f"{person}.fit_note_from", "fit_note", who=who)
    if found in ("lcwra", "lcw") or state.value(f"{person}.next_review") is not None:
        fields.month(f"{person}.next_review", "next_review", who=who)
    if found in ("lcwra", "lcw", "none"):
        _challenged(fields, person, "work_capability", "health_challenged")


def _rate_held(person: str) -> str | None:
    held = state.value(f"{person}.health_element")
    if held in ("protected", "standard"):
        return str(held)
    return UNSURE if held == "automatic" else state.said(f"{person}.health_element")


def _keep_rate(person: str, rate: str | None) -> None:
    path = f"{person}.health_element"
    state.set_said(path, UNSURE if rate == UNSURE else None)
    state.put(path, None if rate == UNSURE else rate)
    basis = state.value(f"{person}.health_element_basis")
    # A reason that was in a file goes with the rate it is the reason for.
    if basis is not None and (basis == "new") != (rate == "standard"):
        state.put(f"{person}.health_element_basis", None)


def ask_disability(fields: Fields, person: str) -> None:
    """PIP, in Scotland Adult Disability Payment, or DLA."""
    who = WHO[person]
    name = "adp" if state.value("nation") == "scotland" else "pip"
    current = _award_held(person)
    found = fields.pick(
        "disability",
        current,
        path=f"{person}.pip",
        who=who,
        payment=say("ask.payment", name),
    )
    if found is not None and found != current:
        _keep_award(person, name, found)
    if found == "pip":
        held = "pip" if state.value(f"{person}.pip") else "adp"
        # One that was opened from a file keeps its name; in Scotland both are treated alike.
        if held == "adp" and name == "pip":
            state.put(f"{person}.pip", state.value(f"{person}.adp"))
            state.put(f"{person}.adp", None)
            held = "pip"
        for part in ("daily_living", "mobility"):
            fields.choice(f"{person}.{held}.{part}", part, who=who, default="none")
    if found == "dla":
        for part, code in (("care", "dla_care"), ("mobility", "dla_mobility")):
            fields.choice(f"{person}.dla.{part}", code, who=who, default="none")
    by_carer = f"{person}.someone_is_paid_to_care"
    if found in ("pip", "dla") or state.value(by_carer) is not None:
        fields.ticked(by_carer, "paid_to_care", who=who)
    if found in ("no", "pip") or _pending(person, name, CHALLENGES) is not None:
        payment = say("ask.payment", name)
        _challenged(fields, person, name, "award_challenged", payment=payment)


def _challenged(fields: Fields, person: str, benefit: str, code: str, **facts: str) -> None:
    """Whether a decision was asked to be looked at again, or appealed."""
    held = _pending(person, benefit, CHALLENGES)
    path = f"{person}.pending.{benefit}"
    is_open = fields.tick(code, current=held is not None, path=path, who=WHO[person], **facts)
    _keep_pending(person, benefit, held, wanted="reconsideration" if is_open else None)


def _award_held(person: str) -> str | None:
    if state.value(f"{person}.pip") or state.value(f"{person}.adp"):
        return "pip"
    if state.value(f"{person}.dla"):
        return "dla"
    if _claim_waiting(person) is not None:
        return "waiting"
    return state.said(f"{person}.pip") or ("no" if state.opened_a_case() else None)


def _keep_award(person: str, name: str, found: str) -> None:
    state.set_said(f"{person}.pip", found if found in ("no", UNSURE) else None)
    _keep_pending(
        person, name, _claim_waiting(person), wanted="claim" if found == "waiting" else None
    )
    for award in ("pip", "adp", "dla"):
        state.set_aside(f"{person}.{award}")
    chosen = name if found == "pip" else found
    if chosen not in PARTS:
        return
    state.take_back(f"{person}.{chosen}")
    if state.value(f"{person}.{chosen}") is None:
        state.put(f"{person}.{chosen}", dict.fromkeys(PARTS[chosen], "none"))


def _claim_waiting(person: str) -> int | None:
    """Place in the list of a claim for PIP or the like that is not decided yet."""
    places = (_pending(person, benefit, ("claim",)) for benefit in ("pip", "adp"))
    return next((place for place in places if place is not None), None)


def _pending(person: str, benefit: str, stages: tuple[str, ...]) -> int | None:
    """Place in the list of something that is not decided yet."""
    for place, still_open in enumerate(state.value(f"{person}.pending") or (), start=1):
        if still_open.get("benefit") == benefit and still_open.get("stage") in stages:
            return place
    return None


def _keep_pending(person: str, benefit: str, held: int | None, *, wanted: str | None) -> None:
    if wanted is not None and held is None:
        place = len(state.value(f"{person}.pending") or ()) + 1
        state.put(f"{person}.pending[{place}]", {"benefit": benefit, "stage": wanted})
    elif wanted is None and held is not None:
        state.put(f"{person}.pending[{held}]", None)


def ask_caring(fields: Fields, person: str) -> None:
    """Unpaid care, and the benefit for it."""
    who = WHO[person]
    path = f"{person}.carer"
    if not fields.yes_no("caring", is_yes=state.value(path) is not None, path=path, who=who):
        state.set_aside(path)
        return
    state.take_back(path)
    if state.value(path) is None:
        state.put(path, {"hours_per_week": CARE_HOURS_AT_FIRST})
    fields.number(f"{path}.hours_per_week", "caring_hours", who=who)
    scottish = state.value("nation") == "scotland"
    name = "carer_support_payment" if scottish else "carers_allowance"
    where = f"{path}.carers_allowance"
    held = state.value(where)
    current = state.said(where) or ("yes" if held else "no")
    payment = say("ask.carers_payment", name)
    found = fields.pick("carers_benefit", current, path=where, who=who, payment=payment)
    if found != current or held is not None:
        state.put(where, found == "yes")
    state.set_said(where, UNSURE if found == UNSURE else None)


def ask_study(fields: Fields, person: str) -> None:
    """A course, and what Universal Credit needs to know about a full-time one."""
    who = WHO[person]
    path = f"{person}.student"
    held = state.value(path)
    current = "no" if not held else "full_time" if held.get("full_time") else "part_time"
    found = fields.pick("student", current, path=path, who=who)
    if found in (None, "no"):
        if held:
            state.set_aside(path)
        return
    if not held:
        state.take_back(path)
    state.put(f"{path}.full_time", found == "full_time")
    if found == "part_time":
        return
    fields.month(f"{path}.course_start", "course_start", who=who)
    fields.month(f"{path}.course_end", "course_end", who=who)
    fields.money(f"{path}.loan", "student_loan_living", who=who, default="year")
    fields.money(f"{path}.grant", "student_grant", who=who, default="year")
    fields.truth(f"{path}.capability_decided_before", "decided_before", who=who)
