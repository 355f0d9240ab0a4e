"""Sentences of timelines and of the way back: each made from one record, none with a gap in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from benefits_calc.analysis.dated_records import (
    CashEvent,
    DatedMessage,
    DatedStatus,
    Deadline,
    LowestPoint,
    MoneyGap,
)
from benefits_calc.words.catalogue import label_of
from benefits_calc.words.money import pence, whole
from benefits_calc.words.page_catalogue import say, section
from benefits_calc.words.times import day

# Below this an amount is said with its pence.
SMALL = 10.0
OWN_STATUSES = (
    "universal_credit",
    "lcwra",
    "lcw",
    "transitional_element",
    "new_style_esa",
    "housing_benefit",
)
CLAIMS = "claim_to_keep_"
COUNTS = ("pence", "day", "weeks", "months_nil", "years")


def dated(group: str, code: str, /, **facts: str) -> str:
    """A phrase by group (a dot goes a step down) and code, with its facts filled in.

    Raises:
        KeyError: where the catalogue has no such phrase, or a fact is missing.
    """
    return say(f"dated.{group}", code, **facts)


def pounds(amount: float) -> str:
    """Whole pounds; pence as well where it is little; below nothing, with its sign."""
    size = abs(amount)
    if size < SMALL and size != whole(size):
        return pence(amount)
    return f"{'-' if whole(amount) < 0 else ''}£{abs(whole(amount)):,}"


def counted(what: str, count: float) -> str:
    """So many months, weeks or hours a week: one of them is one."""
    return dated("counted", f"one_{what}" if count == 1 else what, count=f"{count:g}")


def said(facts: Mapping[str, Any]) -> dict[str, str]:
    """Facts of a record as words: days, pounds, counts and names of lines."""
    found = {}
    for name, value in facts.items():
        if isinstance(value, date):
            found[name] = day(value)
        elif name in ("wages", "wages_counted"):
            found["wages"] = _wages(int(value))
        elif name == "line":
            found[name] = label_of(str(value))
        elif isinstance(value, str):
            found[name] = value
        elif name in COUNTS:
            found[name] = f"{value:g}"
        elif value is not None and value == value:  # noqa: PLR0124 - not a number is no amount
            found[name] = pounds(abs(float(value)))
    return found


def _wages(count: int) -> str:
    code = "none" if count == 0 else "one" if count == 1 else "several"
    return dated("wages", code, count=str(count))


def cash_title(event: CashEvent) -> str:
    """What the money is: money for the end of a job is no wage, though it comes with one."""
    return dated("what", "redundancy_payment" if event.why == "redundancy_pay" else event.what)


def source_name(line: str) -> str:
    """A line's short name, as over a column: of its payment, where that has one."""
    return str(section("dated.what").get(f"{line}_payment") or label_of(line))


def cash_why(event: CashEvent) -> str:
    """Why it is this much."""
    facts = said(event.facts)
    reason = dated("why", event.why, **facts)
    if float(str(event.facts.get("statutory_sick_pay") or 0)) > 0:
        return dated("why", "sick_pay", reason=reason.replace("usual wage", "wage"), **facts)
    if float(str(event.facts.get("surplus_earnings") or 0)) > 0:
        code = "surplus_limit_not_set" if event.rates_not_yet_set else "surplus"
        return dated("why", code, reason=reason, **facts)
    return reason


def status_sentence(status: DatedStatus) -> str:
    """What stands, changes or stops, what takes its place and until when it can come back."""
    facts = said(status.facts) | {"line": label_of(status.code) if _is_line(status.code) else ""}
    if status.until is not None:
        facts["until"] = day(status.until)
    if status.code in OWN_STATUSES:
        return dated(f"statuses.{status.code}", f"{status.state}_{status.why}", **facts)
    own = status.why in ("hospital", "hospital_care", "award_ended")
    code = f"stops_{status.why}" if own else status.state
    return dated("statuses.weekly", code, **facts)


def _is_line(code: str) -> bool:
    return code not in ("lcwra", "lcw", "transitional_element")


def message_sentence(message: DatedMessage) -> str:
    """What to say of a month or a line."""
    return dated("messages", message.code, **said(message.facts))


def assumption_sentence(message: DatedMessage) -> str:
    """What was taken where the case does not say."""
    known = section("dated.assumptions")
    if message.code in known:
        return dated("assumptions", message.code, **said(message.facts))
    code = message.code.removeprefix("pay_").replace("_", " ")
    return dated("assumptions", "pay_other", code=code)


def warning_sentence(message: DatedMessage) -> str:
    """What anyone reading must know."""
    return dated("warnings", message.code, **said(message.facts))


def deadline_sentence(deadline: Deadline) -> str:
    """What to do by a day, and the day to aim for."""
    facts = said(deadline.facts)
    price = facts.pop("price_per_month", None) or facts.pop("price_per_day", "")
    code = deadline.what
    if "then" in facts:
        code = f"{code}_{facts.pop('then')}"
    text = dated("deadlines", code, by=day(deadline.by), price=price, **facts)
    if deadline.aim_for is None or deadline.aim_for >= deadline.by:
        return text
    if deadline.what.startswith(CLAIMS):
        # Every day costs money: a week before the last day is not the day to aim for.
        code = "at_once" if "paid_again" in facts else "once_wages_are_lower"
        return f"{text} {dated('aim', code)}"
    return f"{text} {dated('aim', 'aim', aim_for=day(deadline.aim_for))}"


def gap_sentences(gap: MoneyGap, *, after_end: bool) -> tuple[str, ...]:
    """How long there is no money, how short it gets, and the first lower payment."""
    kind = "end" if after_end else "first_wage"
    found = []
    if gap.first_money is None or gap.last_full_payment is None or gap.days is None:
        found += _one_day_of(gap, kind)
    else:
        days = {"from": day(gap.last_full_payment), "to": day(gap.first_money)}
        special = {0: f"{kind}_same_day", 1: f"{kind}_one_day"}
        found.append(dated("gap", special.get(gap.days, kind), days=str(gap.days), **days))
    if gap.short_by > 0 and gap.short_on is not None:
        on = day(gap.short_on)
        found.append(dated("gap", f"{kind}_short", short=pounds(gap.short_by), day=on))
    else:
        found.append(dated("gap", f"{kind}_not_short"))
    if gap.lower_payment is not None and not after_end:
        found.append(dated("gap", "lower", day=day(gap.lower_payment)))
    return tuple(found)


def _one_day_of(gap: MoneyGap, kind: str) -> list[str]:
    """Where one end of the gap is not in these months, or nothing stops to come back."""
    if gap.first_money is not None:
        return [dated("gap", f"{kind}_only", to=day(gap.first_money))]
    if kind == "end" and not gap.has_universal_credit:
        return [dated("gap", "end_nothing_to_come_back")]
    return [dated("gap", f"{kind}_unknown")]


def lowest_sentence(lowest: LowestPoint, *, after_end: bool) -> str:
    """The lowest day; after the start, beside the same day without the job."""
    amount, usual = map(_in_hand, (lowest.in_hand, lowest.as_you_are_in_hand))
    code = "lowest_after_end" if after_end else "lowest"
    if amount == usual and not after_end:
        code = "lowest_as_without"
    days = {"day": day(lowest.day), "counted_from": day(lowest.counted_from)}
    return dated("gap", code, amount=amount, usual=usual, **days)


def _in_hand(amount: float) -> str:
    return dated(
        "gap", "in_hand" if whole(amount) >= 0 else "too_little", amount=pounds(abs(amount))
    )
