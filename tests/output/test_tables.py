"""The terminal's table: columns align, everything fits, one unit of time."""

import re

import pytest

from benefits_calc.output.tables import (
    COLUMN_WIDTH,
    LABEL_WIDTH,
    TEXT_WIDTH,
    comparison_table,
)
from tests.engine.whole_cases import NAMES, case_with, compared, scenario

MANY = tuple(float(h) for h in range(0, 48, 2))
AMOUNT = re.compile(r"-?[\d,]+\.\d\d")


def figures_of(text: str) -> list[list[str]]:
    """The blocks of figures, without the paragraphs after them."""
    return [part.splitlines() for part in text.split("\n\n") if part.startswith("Hours a week")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [80, 140])
def test_columns_align_and_fit(name: str, width: int):
    text = comparison_table(compared(scenario(name), *MANY), width=width)
    blocks = figures_of(text)
    assert sum(len(block[0].split()[3:]) - 1 for block in blocks) == len(MANY)
    for block in blocks:
        ends = {len(line) for line in block if not line.startswith("  ")}
        assert max(ends) <= width
        for line in block:
            cells = line[LABEL_WIDTH:]
            assert len(cells) % COLUMN_WIDTH == 0, line
            # An amount that filled its column would run into the one before it.
            assert all(cells[i] in " -" for i in range(0, len(cells), COLUMN_WIDTH)), line


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs_keep_to_the_width(name: str):
    text = comparison_table(compared(scenario(name), 16, thresholds=True))
    for line in text.split("\n\n", 2)[2].splitlines():
        assert len(line) <= TEXT_WIDTH or "https://" in line


def test_figures_are_those_of_the_comparison():
    comparison = compared(scenario("a02"))
    (block,) = figures_of(comparison_table(comparison))
    (row,) = [line for line in block if line.startswith("Money left over")]
    amounts = [float(found.replace(",", "")) for found in AMOUNT.findall(row)]
    points = (comparison.now, *comparison.points)
    assert amounts == [point.left_over_per_month for point in points]


def test_lines_that_are_nought_everywhere_are_left_out():
    text = comparison_table(compared(case_with(), 16))
    assert "Carer's Allowance" not in text
    assert "Student loan" not in text
    assert "Universal Credit" in text


@pytest.mark.parametrize("name", ["a02", "a04", "a08_cardiff_couple_carer", "p1_"])
def test_weekly_speaks_of_weeks_and_not_of_months(name: str):
    comparison = compared(scenario(name), 16, thresholds=True)
    before = comparison_table(comparison, weekly=True).split("Taken as given")[0]
    assert "pounds a week" in before
    assert not re.search(r"\d a month", before)
    assert re.search(r"£[\d,.]+ a week", before)
    assert not re.search(
        r"£[\d,.]+ a week", comparison_table(comparison).split("Taken as given")[0]
    )


def test_unknown_amounts_are_marked_and_explained():
    unknown = {"home__council_tax": {"liable": "unknown"}}
    text = comparison_table(compared(case_with(**unknown), 16))
    assert "Difference before any change in ?" in text
    assert "A ? is an amount that could not be worked out." in text
    assert "Kept of the next pound" not in text
    reduction = {"amount": 24, "per": "week"}
    paid = case_with(**unknown, benefits_now__council_tax_reduction=reduction)
    text = comparison_table(compared(paid, 16))
    assert "Difference if no ? help is lost" in text
    assert "Difference if all ? help is lost" in text
    assert "?" not in comparison_table(compared(case_with(), 16)).split("To know")[0]


def test_what_starts_on_one_penny_is_one_paragraph():
    case = scenario("a03_northampton_supported_awaiting_assessment")
    text = comparison_table(compared(case, 16, thresholds=True))
    assert text.count("- 16 h (pay of") == 1


def test_statuses_are_those_of_the_offer_or_the_nearest_hours():
    case = case_with(job__hours_per_week=12)
    assert "At 12 hours a week" in comparison_table(compared(case, 0, 12, 30))
    assert "At 10 hours a week" in comparison_table(compared(case, 0, 10, 30))
