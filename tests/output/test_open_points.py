"""docs/open-points.md is made from the registries, and results name the points they rest on."""

import sys
from pathlib import Path
from typing import Any

import pytest

from benefits_calc.engine.coverage import open_points, schemes
from benefits_calc.engine.rate_list import rates_on
from benefits_calc.engine.system import rules_system
from benefits_calc.engine.unverified import CONDITIONS
from benefits_calc.output.contract import LINE_ORDER, comparison_object
from benefits_calc.output.open_points import LISTED_ON, main, open_points_page
from benefits_calc.words.sentences import warnings
from tests.engine.whole_cases import case_with, compared, scenario

HB_HOME = {
    "tenure": "supported",
    "supported_kind": "exempt",
    "rent": {"amount": 255, "per": "week"},
    "council_tax": {"liable": False},
}
NO_HEALTH = {"claimant": {"born": "1995-06"}, "home": HB_HOME}


def rests(*hours: float, **parts: Any) -> list[tuple[str, ...]]:
    """Open points at now and at each number of hours."""
    found = compared(case_with(**parts), *hours)
    return [point.depends_on_unverified for point in (found.now, *found.points)]


def test_the_page_is_current(root: Path):
    page = (root / "docs" / "open-points.md").read_text(encoding="utf-8")
    assert page == open_points_page(), (
        "run python -m benefits_calc.output.open_points docs/open-points.md"
    )


def test_it_can_be_written_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "open-points.md"
    monkeypatch.setattr(sys, "argv", ["open_points", str(path)])
    main()
    assert path.read_text(encoding="utf-8") == open_points_page()


def test_it_can_be_printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "argv", ["open_points"])
    main()
    assert capsys.readouterr().out == open_points_page()


def test_each_point_is_well_formed():
    ids = [point.id for point in open_points()]
    assert len(ids) == len(set(ids))
    variables = rules_system().variables
    for point in open_points():
        assert point.sure in {"high", "medium", "low"}, point.id
        assert set(point.lines) <= set(LINE_ORDER), point.id
        assert not point.when or point.when in CONDITIONS or point.when in variables, point.id
        assert not (point.when and not point.lines), point.id
        assert all(text.endswith(".") for text in (point.says, point.open)), point.id


def test_every_condition_is_used():
    assert set(CONDITIONS) <= {point.when for point in open_points()}


def test_every_parameter_marked_unverified_has_its_point():
    marked = set()

    def collect(node: Any) -> None:
        if hasattr(node, "values_list"):
            if node.metadata.get("unverified"):
                marked.add(node.name)
            return
        for child in node.children.values():
            collect(child)

    collect(rules_system().parameters)
    named = {path for point in open_points() for path in point.parameters}
    assert named == marked
    assert marked


def test_every_scheme_not_read_itself_has_its_point():
    doubtful = {
        scheme.id for scheme in schemes() if scheme.checked in {"second_hand", "third_hand"}
    }
    named = {point.scheme for point in open_points() if point.scheme}
    assert doubtful <= named
    assert named <= {scheme.id for scheme in schemes()}


def test_every_parameter_that_is_not_sure_is_on_the_page():
    page = open_points_page()
    folders = {
        rate.path.rpartition(".")[0]
        for rate in rates_on(LISTED_ON)
        if rate.checked in {"unverified", "secondary-page", "parameter-branch"}
    }
    assert folders
    for folder in folders:
        assert f"`{folder}`" in page


# ------------------------------------------------------------------ in the results
def test_a_plain_case_rests_on_nothing_but_the_pension_of_its_job():
    assert rests(0, 8, 20) == [(), (), (), ("pension_pro_rated",)]


def test_housing_benefit_rests_on_the_disregard_only_once_universal_credit_has_ended():
    now, low, high = rests(8, 30, **NO_HEALTH)
    assert not any(name.startswith("hb_") for name in (*now, *low))
    assert {"hb_disregard_of_october_2026", "hb_nil_month", "hb_averaging"} <= set(high)
    assert "hb_health_of_2007_act" not in high


def test_a_finding_by_universal_credit_alone_is_a_reading_in_housing_benefit():
    found = rests(60, home=HB_HOME, claimant__health_element="standard")
    assert "hb_health_of_2007_act" in found[1]


def test_a_fit_note_alone_as_waiting_is_a_reading():
    note = {
        "claimant__work_capability_since": None,
        "claimant__health_element": None,
        "claimant__fit_note_from": "2026-02",
    }
    assert "uc_fit_note_as_waiting" in rests(0, **note)[0]
    earlier = note | {"claimant__awaiting_assessment_since": "2026-02"}
    assert "uc_fit_note_as_waiting" not in rests(0, **earlier)[0]
    shown = note | {"claimant__health_element": "protected"}
    assert "uc_fit_note_as_waiting" not in rests(0, **shown)[0]


def test_a_councils_scheme_is_named_where_it_answers():
    found = compared(scenario("a01"), 0, 16)
    assert "ctr_merton" in found.now.depends_on_unverified
    assert any("Council tax reduction" in text for text in warnings(found))
    assert "ctr_merton" not in compared(scenario("a06"), 0).now.depends_on_unverified


def test_permitted_work_and_carers_limits():
    esa = compared(scenario("a04"), 15)
    assert "esa_permitted_work_limit" in esa.points[0].depends_on_unverified
    assert "carers_limit_second_hand" in compared(scenario("a07"), 15).now.depends_on_unverified
    assert "scottish_supplement_tax" in compared(scenario("a07"), 15).now.depends_on_unverified


def test_three_children_in_childcare():
    care = {"amount": 300, "per": "month"}
    children = [{"born": f"20{year}-06", "sex": "f", "childcare": care} for year in (18, 20, 22)]
    working = {"claimant__work_capability": "none", "claimant__health_element": None}
    assert "uc_childcare_third_child" in rests(16, children=children, **working)[1]
    assert "uc_childcare_third_child" not in rests(16, children=children[:2], **working)[1]


def test_the_json_names_them():
    points = comparison_object(compared(case_with(**NO_HEALTH), 30))["points"]
    assert "hb_averaging" in points[0]["depends_on_unverified"]


def test_what_is_sure_brings_no_warning():
    assert not any("not fully confirmed" in text for text in warnings(compared(case_with(), 8)))
    (said,) = [t for t in warnings(compared(case_with(**NO_HEALTH), 30)) if "confirmed" in t]
    assert said == (
        "The law behind these amounts is not fully confirmed: Housing Benefit. "
        "Ask an adviser to check them."
    )
