"""A chart is handed to the page as it is: what Plotly would have made of it, and nothing less."""

import json
from datetime import date

import plotly.io
import plotly.tools
import pytest
from plotly.graph_objects import Figure

from benefits_calc.analysis.timeline import timeline
from benefits_calc.output import charts, curve_chart, dated_charts, strip_charts
from benefits_calc.ui import pictures
from benefits_calc.ui.answers import answer
from benefits_calc.words.money import Unit
from tests.engine.whole_cases import scenario

TODAY = date(2026, 12, 1)


def figures():
    found = answer(scenario("a01_merton_social_tenant_lcwra"), TODAY)
    month = Unit("month")
    return {
        "bars": charts.bars(found.comparison, found.point, month),
        "curve": curve_chart.curve(found.comparison, found.curve, found.point, month),
        "strips": strip_charts.strip_bars(found.comparison),
        "months": dated_charts.month_bars(timeline(found.case).lines[0]),
    }


FIGURES = figures()


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_one_that_plotly_takes_and_the_page_gets_just_that(name: str):
    figure = FIGURES[name]
    taken = json.loads(plotly.io.to_json(Figure(figure), validate=False))
    handed_on = plotly.tools.return_figure_from_figure_or_data(
        pictures._AsItIs(figure), validate_figure=True
    )
    assert json.loads(plotly.io.to_json(handed_on, validate=False)) == taken
