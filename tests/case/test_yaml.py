"""Case files are read by the YAML 1.2 core rules, and nothing harmful is built."""

from __future__ import annotations

import datetime as dt
import json
import math

import pytest

from benefits_calc.case import CaseError, load_case, parse_case
from benefits_calc.case.yaml_reader import MOST_BYTES, MOST_DEPTH, MOST_EVENTS, read_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on", "on"),
        ("off", "off"),
        ("yes", "yes"),
        ("no", "no"),
        ("Y", "Y"),
        ("true", True),
        ("False", False),
        ("0123", "0123"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1:30:00", "1:30:00"),
        ("2026-12-01", "2026-12-01"),
        ("1997-03", "1997-03"),
        ("2026-12-01T10:00:00Z", "2026-12-01T10:00:00Z"),
        ("12", 12),
        ("-3", -3),
        ("12.71", 12.71),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("0.10", 0.1),
        (".inf", math.inf),
        ("~", None),
        ("null", None),
        ("", None),
        ("=", "="),
        ("'12'", "12"),
        ('"true"', "true"),
    ],
)
def test_a_scalar_is_read_by_the_core_rules(text, value):
    read = read_yaml(f"value: {text}\n")
    assert read == {"value": value}
    assert type(read["value"]) is type(value)


def test_names_stay_text_and_merge_keys_are_plain():
    assert read_yaml("on: 1\n1: 2\n'<<': 3\nno: 4") == {"on": 1, "1": 2, "<<": 3, "no": 4}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: &x 1", "anchors"),
        ("a: [&x {b: 1}]", "anchors"),
        ("a: *x", "references"),
        ("<<: *x", "references"),
        ("a: !!python/object/apply:os.system ['true']", "tags"),
        ("a: !!str 1", "tags"),
        ("a: !mine 1", "tags"),
        ("!!map {a: 1}", "tags"),
        ("a: 1\na: 2", "given twice"),
        ("a: {b: 1, b: 2}", "given twice"),
        ("a: 1\n---\nb: 2", "several documents"),
        ("? [a]\n: 1", "plain text"),
        ("a: [1, 2", "line"),
        ("a: 'x", "line"),
        ("a:\n\t- 1", "line"),
        ("a: \x00", "cannot be read"),
        (f"a: {'9' * 50}", "too long"),
        ("[" * (MOST_DEPTH + 1) + "]" * (MOST_DEPTH + 1), "nested"),
        ("[" * 50_000, "nested"),
        ("a: [" + "1, " * MOST_EVENTS + "]", "parts"),
        ("#" * (MOST_BYTES + 1), "too large"),
        ("a: \ud800", "UTF-8"),
    ],
)
def test_what_a_case_file_may_not_have_is_refused_before_it_is_built(text, reason):
    with pytest.raises(CaseError) as caught:
        parse_case(text)
    assert reason in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert "KiB" in caught.value.problems[0].accepted


def test_ten_levels_of_ten_references_cost_nothing():
    levels = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 10)
    )
    with pytest.raises(CaseError, match="anchors"):
        parse_case(levels)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": 1, "a": 2}', "given twice"),
        ('{"a": NaN}', "NaN is not a number"),
        ('{"a": Infinity}', "Infinity is not a number"),
        ('{"a": 1', "line 1"),
        ("[" * 100_000, "nested too deep"),
        ("[" * 30 + "]" * 30, "nested more than"),
        ("[" + "1," * MOST_EVENTS + "1]", "parts"),
        ('{"a": ' + "9" * 5000 + "}", "too long"),
        (" " * (MOST_BYTES + 1), "too large"),
    ],
)
def test_json_has_the_same_limits(text, reason):
    with pytest.raises(CaseError) as caught:
        parse_case(text, "json")
    assert reason in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "given"),
    [("", "nothing"), ("[1]", "a list"), ("hello", "a single value"), ("# note", "nothing")],
)
def test_a_file_that_is_no_case_is_refused_in_one_line(text, given):
    with pytest.raises(CaseError) as caught:
        parse_case(text, source="x.yaml")
    assert str(caught.value).startswith(f"x.yaml: the case: {given} is not accepted; give a case")


def test_a_hand_written_file_keeps_label_dates_and_the_key_on():
    case = parse_case("""
label: 0123
as_at: 2026-12-01
nation: england
claimant: {born: 1997-03}
home: {tenure: with_family}
benefits_now: {}
events: [{on: 2027-03-01, kind: savings, savings: 500}]
""")
    assert case.label == "0123"
    assert case.as_at == dt.date(2026, 12, 1)
    assert case.events[0].on == dt.date(2027, 3, 1)


def test_a_file_that_is_not_there_or_not_text_is_one_clear_line(tmp_path):
    with pytest.raises(CaseError, match="no such file"):
        load_case(tmp_path / "none.yaml")
    with pytest.raises(CaseError, match=r"cannot be read|is not accepted"):
        load_case(tmp_path)
    odd = tmp_path / "odd.yaml"
    odd.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CaseError, match="not UTF-8"):
        load_case(odd)
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (MOST_BYTES + 5))
    with pytest.raises(CaseError, match="too large"):
        load_case(large)


def test_a_json_file_and_a_byte_order_mark_are_read(tmp_path):
    data = {"nation": "wales", "claimant": {"born": "1990-06"}, "home": {"tenure": "none"}}
    data["benefits_now"] = {}
    path = tmp_path / "case.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(data).encode())
    assert load_case(path).nation == "wales"
