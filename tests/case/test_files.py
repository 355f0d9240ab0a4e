"""Round trips, the shipped files, the template, the schema and the documentation."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benefits_calc.case import build_case, case_template, dump_case, load_case, parse_case
from benefits_calc.case.ages import age_on
from benefits_calc.case.model import Case
from benefits_calc.case.reference import case_schema, field_table, with_table
from benefits_calc.case.translate import field_names, model_in
from benefits_calc.case.yaml_reader import read_yaml
from tests.case.cases import changed

ROOT = Path(__file__).parents[2]
SCENARIOS = sorted((ROOT / "scenarios").glob("*.yaml"))
DOCUMENT = ROOT / "docs" / "case-format.md"
AGE_LINES = (1, 2, 3, 5, 10, 16, 18, 19, 21, 22, 25, 35, 66, 67)

pounds = st.floats(0, 5000).map(lambda value: round(value, 2))
hours = st.floats(0, 168).map(lambda value: round(value, 2))
periods = st.sampled_from(["week", "fortnight", "four_weeks", "month", "quarter", "year"])
amounts = st.fixed_dictionaries({"amount": pounds, "per": periods})
months = st.builds(
    lambda year, month: f"{year}-{month:02}", st.integers(1965, 2005), st.integers(1, 12)
)
days = st.dates(date(2026, 1, 1), date(2028, 1, 1)).map(date.isoformat)
rates = st.fixed_dictionaries(
    {},
    optional={
        "daily_living": st.sampled_from(["none", "standard", "enhanced"]),
        "mobility": st.sampled_from(["none", "standard", "enhanced"]),
    },
)
labels = st.one_of(
    st.sampled_from(["on", "no", "12:30", "0123", "123", "1e5", "null", "~", "true", "2026-12-01"]),
    st.text(
        st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=80
    ).filter(str.isprintable),
)
people = st.fixed_dictionaries(
    {"born": months},
    optional={
        "work_capability": st.sampled_from(["none", "awaiting_assessment", "lcw", "lcwra"]),
        "fit_note_from": st.one_of(months, days),
        "pip": rates,
        "student": st.just(False),
        "appointee": st.booleans(),
        "other_income": st.lists(
            st.fixed_dictionaries(
                {"kind": st.sampled_from(["trust", "annuity"]), "amount": pounds, "per": periods}
            ),
            max_size=2,
        ),
        "self_employment": st.fixed_dictionaries({"profit": amounts}),
    },
)
jobs = st.fixed_dictionaries(
    {"hourly_pay": pounds, "hours_per_week": hours},
    optional={
        "title": labels,
        "starts": days,
        "paid": st.sampled_from(["weekly", "fortnightly", "four_weekly", "monthly"]),
        "pay_day": st.just("friday"),
        "pension": st.fixed_dictionaries({}, optional={"employee_percent": st.floats(0, 100)}),
        "tax_code": st.sampled_from(["1257L", "BR", "S1257L M1", "0T", "K10"]),
        "student_loan": st.one_of(
            st.sampled_from(["none", "plan_2"]),
            st.lists(st.sampled_from(["plan_1", "postgraduate"]), max_size=2, unique=True),
        ),
        "pattern": st.lists(
            st.fixed_dictionaries({"weeks": st.integers(1, 9), "hours": hours}), max_size=2
        ),
    },
)
awards = st.fixed_dictionaries(
    {},
    optional={
        "assessment_period_starts_on": st.integers(1, 31),
        "amount": amounts,
        "transitional_element": st.one_of(st.just(0), amounts),
        "deductions": st.one_of(
            st.just(0), st.lists(st.fixed_dictionaries({"kind": st.just("fine"), "amount": pounds}))
        ),
        "gaps": st.lists(
            st.fixed_dictionaries({"from": months, "to": months, "why": st.just("earnings")}),
            max_size=2,
        ),
    },
)
households = st.fixed_dictionaries(
    {
        "nation": st.sampled_from(["england", "scotland", "wales"]),
        "claimant": people,
        "home": st.fixed_dictionaries(
            {
                "tenure": st.sampled_from(["social_rent", "temporary"]),
                "rent": st.fixed_dictionaries({"amount": pounds, "per": periods}),
            },
            optional={"council_tax": st.fixed_dictionaries({"liable": st.just("unknown")})},
        ),
        "benefits_now": st.fixed_dictionaries({}, optional={"universal_credit": awards}),
    },
    optional={
        "label": labels,
        "as_at": days,
        "claims_universal_credit": st.just(True),
        "partner": st.one_of(st.none(), people),
        "job": st.one_of(st.none(), jobs),
        "compare_hours": st.lists(hours, min_size=1, max_size=5),
        "savings": pounds,
        "events": st.lists(
            st.fixed_dictionaries({"on": days, "kind": st.just("savings"), "savings": pounds}),
            max_size=2,
        ),
    },
)


def _stated(model: Any) -> dict[str, Any]:
    """What was stated, all the way down: equality of models leaves that out."""
    dumped: dict[str, Any] = model.model_dump(exclude_unset=True)
    return dumped


@settings(deadline=None, max_examples=150)
@given(households)
def test_model_to_text_to_model_is_exact_in_yaml_and_json(data):
    case = build_case(data)
    for kind in ("yaml", "json"):
        again = parse_case(dump_case(case, kind), kind)
        assert again == case
        assert _stated(again) == _stated(case)
        assert dump_case(again, kind) == dump_case(case, kind)


def test_what_was_not_stated_is_not_written():
    text = dump_case(build_case(changed()))
    assert "compare_hours" not in text
    assert "pension" not in text
    assert read_yaml(text)["claimant"] == {"born": "1990-06"}


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_loads_says_it_is_fictional_and_comes_back_the_same(path):
    assert path.read_text("utf-8").startswith("# Fictional: nobody in this file is real.\n")
    case = load_case(path)
    assert case.as_at == date(2026, 12, 1)
    assert parse_case(dump_case(case)) == case
    assert parse_case(dump_case(case, "json"), "json") == case


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_nobody_in_a_scenario_is_within_six_months_of_an_age_line(path):
    case = load_case(path)
    people = [case.claimant, case.partner, *case.children, *case.others_in_home]
    for person in people:
        if person is None:
            continue
        for day in (person.born.first_day, person.born.last_day):
            now = age_on(day, date(2026, 12, 1))
            reached = now if age_on(day, date(2026, 6, 2)) < now else None
            coming = now + 1 if age_on(day, date(2027, 5, 31)) > now else None
            assert not {reached, coming} & set(AGE_LINES), (path.stem, person.born)


def test_every_scenario_stands_in_the_table_and_the_twelve_clients_are_there():
    table = (ROOT / "scenarios" / "README.md").read_text("utf-8")
    listed = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert listed == {path.stem for path in SCENARIOS}
    starts = {path.stem[:3] for path in SCENARIOS}
    assert starts == {f"a{number:02}" for number in range(1, 13)} | {
        f"p{number}_" for number in range(1, 5)
    } | {f"w{number}_" for number in range(1, 6)}


@pytest.mark.parametrize(
    "stem", [path.stem for path in SCENARIOS if path.stem[:3] in ("a02", "a03", "a11")]
)
def test_known_answers_without_a_pension_have_opted_out(stem):
    job = load_case(ROOT / "scenarios" / f"{stem}.yaml").job
    assert job is not None
    assert job.pension is not None
    assert job.pension.enrolment == "opted_out"


def test_the_template_loads_as_it_stands_and_with_every_fact_put_in():
    case = parse_case(case_template())
    assert case.job is not None
    assert case.job.hours_per_week == 16
    top = [
        line[2:].split(":")[0]
        for line in case_template().splitlines()
        if re.match(r"# [a-z_]+:", line)
    ]
    assert set(top) <= set(field_names(Case))
    assert {"as_at", "council", "partner", "children", "compare_hours"} <= set(top)


def test_the_example_in_the_documentation_loads():
    examples = re.findall(r"```yaml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert len(examples) == 1
    case = parse_case(examples[0])
    assert case.label == "kingston-02"
    assert parse_case(dump_case(case)) == case


def test_the_table_of_fields_is_current():
    text = DOCUMENT.read_text("utf-8")
    assert with_table(text) == text, "run: python -m benefits_calc.case.reference " + str(
        DOCUMENT.relative_to(ROOT)
    )


def test_a_document_without_marks_is_not_overwritten():
    with pytest.raises(ValueError, match="marks"):
        with_table("nothing here")


def test_every_field_has_a_title_and_help_that_reach_table_and_schema():
    seen: list[type[Any]] = []
    waiting: list[type[Any]] = [Case]
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.append(model)
        for name, info in field_names(model).items():
            assert info.title, (model, name)
            assert info.description, (model, name)
            assert info.description.endswith((".", ")")), (model, name)
            assert f"| `{name}` |" in field_table()
            inner = model_in(info.annotation)
            if inner is not None:
                waiting.append(inner)
    assert len(seen) > 30
    schema = case_schema()
    assert schema["properties"]["home"]["description"] == "Where the household lives."
    assert schema["additionalProperties"] is False


def test_the_schema_takes_every_shipped_file_and_refuses_bad_ones():
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(case_schema())
    validator.check_schema(case_schema())
    for path in SCENARIOS:
        assert not list(validator.iter_errors(read_yaml(path.read_text("utf-8")))), path
    for bare in (
        changed(claimant__student=False, job__student_loan="plan_2", home__board=0),
        changed(benefits_now={"universal_credit": {"transitional_element": 0, "deductions": 0}}),
    ):
        assert not list(validator.iter_errors(bare))
    assert list(validator.iter_errors(changed(job__hours_per_week=200)))
    assert list(validator.iter_errors(changed(job__hours_per_wek=2)))
    assert list(validator.iter_errors(changed(claimant__born="1990")))
