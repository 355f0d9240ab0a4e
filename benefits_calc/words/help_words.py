"""Help besides money in words, made from its records."""

from __future__ import annotations

from typing import Any

from benefits_calc.analysis.help_besides_money import HelpPayTest, HelpStatus
from benefits_calc.words.page_catalogue import section

SECTION = "besides_money"
RULE = "rule"


def help_phrase(section: str, code: str, /, **facts: str) -> str:
    """A phrase by section (a dot goes a step down) and code, with its facts filled in.

    Raises:
        KeyError: where there is no such phrase, or a fact is missing.
    """
    return str(_section(section)[code]).format_map(facts)


def help_name(code: str) -> str:
    """What an item is called."""
    return help_phrase(f"items.{code}", "name")


def help_state(status: HelpStatus) -> str:
    """Its state in words, such as "stays open"."""
    return help_phrase("states", status.state)


def help_why(status: HelpStatus) -> str:
    """Everything to know about an item at a point, in sentences."""
    own = _section(f"items.{status.code}")
    parts = [str(own["what"]), help_phrase(f"why.{status.state}", status.trigger)]
    if status.pay_test is not None:
        parts.append(_pay_test(status.pay_test))
    if status.state in own:
        parts.append(str(own[status.state]))
    parts += [help_phrase("asks", code) for code in status.asks]
    if status.value_pounds is not None:
        parts.append(_value(status))
    if status.certainty != RULE:
        parts.append(help_phrase("certainty", status.certainty))
    if not status.verified:
        parts.append(help_phrase("certainty", "not_verified"))
    return " ".join(dict.fromkeys(parts))


def help_change(status: HelpStatus) -> str:
    """What changes and what to do about it, in few words."""
    own = _section(f"items.{status.code}")
    parts = [help_phrase(f"why.{status.state}", status.trigger)]
    if status.pay_test is not None:
        parts.append(_pay_test(status.pay_test))
    if status.state in own:
        parts.append(str(own[status.state]))
    return " ".join(parts)


def _value(status: HelpStatus) -> str:
    amount = help_pounds(status.value_pounds or 0.0)
    return help_phrase(f"value.{status.value_per}", status.value_is or "", pounds=amount)


def help_pounds(amount: float) -> str:
    """Pounds, with pence only where there are any."""
    return f"£{amount:,.0f}" if amount == round(amount) else f"£{amount:,.2f}"


def _pay_test(test: HelpPayTest) -> str:
    code = "same" if test.usual_month == test.month_with_extra_pay_day else "two"
    return help_phrase(
        "pay_test",
        code,
        limit=help_pounds(test.limit),
        usual=f"£{test.usual_month:,.2f}",
        most=f"£{test.month_with_extra_pay_day:,.2f}",
    )


def _section(name: str) -> dict[str, Any]:
    return section(f"{SECTION}.{name}")
