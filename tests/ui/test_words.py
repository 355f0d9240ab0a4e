"""Money, hours and lists in words; the catalogue itself."""

import re

import pytest

from benefits_calc.analysis.statuses import Status
from benefits_calc.resources import scenarios_directory
from benefits_calc.words import page_parts, page_tables
from benefits_calc.words.catalogue import catalogue
from benefits_calc.words.money import Unit, whole
from benefits_calc.words.page_catalogue import joined, section, sections
from benefits_calc.words.times import hours_and_minutes
from tests.ui.made import (
    COUNCIL_NOT_HELD,
    CREDIT_STOPS,
    LCWRA,
    PIP,
    case,
    comparison,
    line_of,
    point,
    threshold,
)

MONTH, WEEK = Unit("month"), Unit("week")
BANNED = re.compile(
    r"\b(cliff|trap|worse off|better off|red|scroung|fraud|caseload|nothing at risk)\b",
    re.IGNORECASE,
)


def every_phrase():
    def walk(found, path):
        for name, value in found.items():
            if isinstance(value, dict):
                yield from walk(value, f"{path}.{name}")
            else:
                yield f"{path}.{name}", str(value)

    for name in sections():
        yield from walk(section(name), name)


@pytest.mark.parametrize(("path", "phrase"), list(every_phrase()))
def test_no_word_that_frightens_or_judges(path, phrase):
    # The page's title asks; nothing on it answers with these words.
    assert path == "pages.titles.better_off" or not BANNED.search(phrase), path


@pytest.mark.parametrize(
    ("amount", "shown"), [(0.49, 0), (0.5, 1), (-0.5, -1), (1192.5, 1193), (-41.4, -41)]
)
def test_whole_pounds(amount, shown):
    assert whole(amount) == shown


@pytest.mark.parametrize(
    ("unit", "amount", "shown"),
    [(MONTH, 1193.31, "£1,193"), (WEEK, 520.0, "£120"), (MONTH, -62.2, "£62 short")],
)
def test_pounds(unit, amount, shown):
    assert unit.pounds(amount) == shown


@pytest.mark.parametrize(
    ("amount", "shown"), [(212.4, "£212 more"), (-8.0, "£8 less"), (0.3, "the same")]
)
def test_more_or_less(amount, shown):
    assert MONTH.more_or_less(amount) == shown


@pytest.mark.parametrize(
    ("hours", "shown"),
    [
        (7.76, "7 hours 46 minutes"),
        (15.11, "15 hours 7 minutes"),
        (16.0, "16 hours"),
        (1.0, "1 hour"),
        (0.5, "30 minutes"),
        (12.9, "12 hours 54 minutes"),
        (12.01, "12 hours 1 minute"),
        (1.5, "1 hour 30 minutes"),
        (0.01, "1 minute"),
    ],
)
def test_hours_are_rounded_up_to_the_minute(hours, shown):
    assert hours_and_minutes(hours) == shown


@pytest.mark.parametrize(
    ("names", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_joined(names, shown):
    assert joined(names) == shown


def test_every_example_has_a_title_of_its_own():
    titles = section("examples")
    names = {path.stem for path in scenarios_directory().glob("*.yaml")}
    assert names == set(titles)
    assert len(set(titles.values())) == len(titles)


def test_an_example_without_a_title_is_shown_by_its_file():
    assert page_parts.example_title("b01_new_case") == "b01 new case"


@pytest.mark.parametrize("code", sorted(set(catalogue()["statuses"]) - {"payment"}))
@pytest.mark.parametrize("state", ["stays", "changes", "starts", "stops"])
def test_every_amount_of_a_status_follows_the_unit_of_the_page(code, state):
    status = Status(code, state, "rule", "https://x.test/", 520.0, 260.0)
    shown = page_parts._why(status, WEEK)
    assert not re.search(r"£\d+ a month|\.\d\d|\{", shown)
    if "£" in shown:
        assert re.search(r"£(120|60) a week", shown)


def test_a_payment_that_rises_is_not_said_to_fall():
    status = Status("universal_credit", "changes", "rule", "https://x.test/", 100.0, 300.0)
    assert page_parts._why(status, MONTH) == "It goes up from £100 to £300 a month."


def a_result(**parts):
    now = point(None, universal_credit=1000.0, rent=400.0, council_tax_reduction=0.0)
    job = point(16, LCWRA, PIP, CREDIT_STOPS, net_pay=900.0, child_benefit_charge=30.0, rent=400.0)
    return comparison(now, job, **parts)


def test_the_table_names_every_line_and_its_change():
    found = a_result()
    table = page_tables.now_and_job(found, found.points[0], MONTH)
    rows = {row.header: row.cells for row in table.rows}
    assert rows["Take-home pay"] == ("£0", "£900", "£900 more")
    assert rows["Universal Credit"] == ("£1,000", "£0", "£1,000 less")
    assert rows["High Income Child Benefit Charge"] == ("£0 taken off", "£30 taken off", "£30 more")
    assert rows["Money left over"] == ("£600", "£470", "£130 less")
    assert rows["Money coming in"] == ()
    assert "Housing Benefit" not in rows
    assert "each month" in table.caption


def test_unknown_and_not_asked_are_not_nought():
    found = a_result(unknown=(COUNCIL_NOT_HELD,))
    unknown = {**found.now.per_month, "council_tax_reduction": None}
    found.now.per_month.update(unknown)
    rows = {r.header: r.cells for r in page_tables.now_and_job(found, found.points[0], MONTH).rows}
    assert rows["Council tax reduction"] == ("not worked out", "not worked out", "not known")
    assert rows["Comes in, all together"][2] == "not known"
    groups = page_parts.status_groups(found, found.points[0], MONTH)
    assert groups[-1].heading == "Ask about these"
    assert groups[-1].items[0].name == "Council tax reduction"


def test_statuses_stand_in_their_order_in_whole_pounds():
    found = a_result()
    groups = page_parts.status_groups(found, found.points[0], WEEK)
    assert [group.heading for group in groups] == ["Stays the same", "Stops"]
    assert groups[0].items[1].text.startswith("It stays at £92 a week.")
    assert "adviser" in page_parts.stop_sentence(found.points[0])


def test_where_nothing_stops_reviews_are_still_named():
    assert "Reviews can still happen" in page_parts.stop_sentence(point(16, PIP))


def test_each_cause_has_its_hours_pay_change_and_law():
    found = a_result(
        thresholds=(threshold(0.01, -78.0), threshold(7.76, -20.4), threshold(40.0, 0))
    )
    first, second = page_parts.causes(found, MONTH)
    assert first.name == "From the first hour of paid work."
    assert "About £78 less" in first.text
    assert second.name == "7 hours 46 minutes a week (pay of about £1,000 every month before tax)."
    assert "About £20 less" in second.text
    assert second.link is not None
    assert "opens in a new tab" in second.link.name


def test_a_cause_for_good_says_so():
    found = a_result(thresholds=(threshold(7.76, -20.0, permanent=True),))
    assert "may not bring it back" in page_parts.causes(found, MONTH)[0].text


def test_the_line_in_words_names_drops_and_hours_with_less_than_now():
    found = a_result(thresholds=(threshold(0.01, -78.0),))
    fine = comparison(
        found.now,
        point(0, universal_credit=1000.0, rent=400.0),
        point(0.01, universal_credit=922.0, rent=400.0),
        point(1, universal_credit=990.0, rent=400.0),
        point(16, universal_credit=1500.0, rent=400.0),
    )
    sentences = " ".join(page_parts.curve_sentences(found, line_of(fine), MONTH))
    assert "goes from £600 to £1,100 each month" in sentences
    assert "with any paid work (by about £78)" in sentences
    assert "Less is left over than now at up to about 1 hour a week." in sentences


def test_a_line_that_only_rises_is_said_to():
    found = a_result()
    fine = comparison(found.now, point(0, net_pay=1.0), point(16, net_pay=90.0))
    assert any(
        "does not go down" in s for s in page_parts.curve_sentences(found, line_of(fine), MONTH)
    )


def test_costs_and_council_tax_that_nobody_gave_are_not_asked():
    texts = [item.text for item in page_parts.not_asked(a_result())]
    assert "Travel and other costs of work." in texts
    given = comparison(
        point(None), point(16), of=case(costs=[{"kind": "travel", "amount": 1, "per": "week"}])
    )
    assert "Travel and other costs of work." not in [i.text for i in page_parts.not_asked(given)]


def test_the_table_by_hours_marks_this_job():
    now = point(None, universal_credit=1000.0)
    found = comparison(now, point(0, universal_credit=1000.0), point(16, net_pay=1300.0))
    table = page_tables.by_hours(found, found.points[1], MONTH)
    assert [row.header for row in table.rows] == ["Now", "16 (this job)"]
    assert table.rows[1].cells == ("£1,300", "£1,300", "£300 more")


def test_a_column_of_changes_that_are_all_unknown_is_left_out():
    found = a_result(unknown=(COUNCIL_NOT_HELD,))
    found = comparison(found.now, point(16, net_pay=2000.0), unknown=(COUNCIL_NOT_HELD,))
    assert page_tables.by_hours(found, found.points[0], MONTH).headers[-1] == "Money left over"


def test_the_foot_names_the_day_of_the_law():
    assert "Rates of 1 December 2026; Universal Credit rates of 8 November 2026" in (
        page_parts.footer(a_result())
    )
