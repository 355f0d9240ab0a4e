"""Every sentence of what to do is whole, said for some code, and has no hole."""

import ast
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from benefits_calc.analysis.affected import Affected
from benefits_calc.analysis.dated_tasks import Facts
from benefits_calc.analysis.money_help import help_data, money_help
from benefits_calc.analysis.reasons import Reason
from benefits_calc.analysis.reassessment import ReviewNote, review_data
from benefits_calc.analysis.reconcile import reconcile
from benefits_calc.analysis.situation import situation_of
from benefits_calc.analysis.tasks import Task, task_data
from benefits_calc.case import build_case
from benefits_calc.case.benefits_now import BenefitsNow
from benefits_calc.case.plans import Circumstance
from benefits_calc.output.next_steps import next_steps, next_steps_text
from benefits_calc.words import reconcile_words, review_words
from benefits_calc.words.affected_words import affected_sentence
from benefits_calc.words.money_help_words import money_help_sentence
from benefits_calc.words.page_catalogue import section
from benefits_calc.words.task_words import task_words
from tests.engine.random_cases import random_case
from tests.engine.whole_cases import NAMES, case_with
from tests.output.made import steps_of
from tests.words.test_catalogue import codes_made

HOLE = re.compile(r"\bnan\b|\bNone\b|\binf\b|[{}]|  |\( *\)|£ |£$| [.,;]|\.\.|-£0")
# The longest sentence, as in the other catalogues.
LONGEST_WORDS, LONGEST_AVERAGE = 36, 20


def assert_whole(text: str) -> None:
    assert text
    assert not HOLE.search(text), text


@pytest.mark.parametrize("name", NAMES)
def test_sentences_of_tasks_are_whole(name: str):
    found = steps_of(name).tasks
    assert len(found) >= 5
    for task in found:
        for text in vars(task_words(task)).values():
            assert_whole(text)


def test_every_task_and_every_code_in_it_has_words_and_no_other_has():
    words = {name: section(name) for name in ("tasks", "offices", "channels", "evidence")}
    entries = task_data()
    assert set(words["tasks"]) == {entry["code"] for entry in entries}
    offices = {entry["tell"] for entry in entries} | {entry["ask"] for entry in help_data()}
    lines = BenefitsNow.model_fields
    offices |= {reconcile_words.office_of(line, "england") for line in lines}
    assert set(words["offices"]) == offices
    assert set(words["channels"]) == {entry["how"] for entry in entries}
    evidence = {code for entry in entries for code in entry["evidence"]}
    evidence |= {code for entry in entries for code in entry.get("evidence_if", {}).values()}
    assert set(words["evidence"]) == evidence
    for parts in words["tasks"].values():
        assert set(parts) == {"name", "what", "why"}


def test_every_answer_note_and_help_has_words_and_no_other_has():
    reviews = section("reviews")
    for entry in review_data():
        answers = {entry["answer"], entry.get("before", entry["answer"])}
        assert {f"{entry['question']}_{answer}" for answer in answers} <= set(
            reviews[entry["benefit"]]
        )
    assert set(reviews["questions"]) == {entry["question"] for entry in review_data()}
    frame = {"heading", "ask", "most", "earned"}
    assert set(section("money_help")) - frame == {entry["code"] for entry in help_data()}


@pytest.mark.parametrize("name", NAMES)
def test_sentences_of_reviews_and_help_are_whole(name: str):
    steps = steps_of(name)
    case, panel = steps.situation.case, steps.reassessment
    for benefit in panel.benefits:
        for line in benefit.lines:
            assert_whole(review_words.question(line))
            assert_whole(review_words.answer(benefit.benefit, line))
        for note in benefit.notes:
            assert_whole(review_words.note(note))
    if panel.first_assessment is not None:
        for text in review_words.first_assessment(panel.first_assessment):
            assert_whole(text)
    for item in money_help(case):
        assert_whole(money_help_sentence(item, case))


def test_every_claim_of_others_has_words_and_no_other_has(syntax_trees: dict[Path, ast.Module]):
    made = codes_made(
        {p: t for p, t in syntax_trees.items() if p.name == "affected.py"}, "Affected"
    )
    assert set(section("affected_people")) == made | {"heading"}
    for code in made:
        assert_whole(affected_sentence(Affected(code, "rule", "")))


def test_a_note_with_a_fact_says_it():
    note = ReviewNote("next_review", "dwp_decision", "", {"month": "June 2027"})
    assert "June 2027" in review_words.note(note)


def test_every_reason_has_words_and_no_other_has(syntax_trees: dict[Path, ast.Module]):
    held = set(section("reconcile")["reasons"])
    made = codes_made(syntax_trees, "Reason") | codes_made(syntax_trees, "Variant")
    stems = tuple(code.removesuffix("*") for code in made if code.endswith("*"))
    named = {
        value.value
        for path, tree in syntax_trees.items()
        if path.name in {"letter_variants.py", "reconcile_uc.py", "reconcile.py"}
        for value in ast.walk(tree)
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }
    assert {code for code in made if not code.endswith("*")} <= held
    assert not {code for code in held if code not in named and not code.startswith(stems)}


@pytest.mark.parametrize("amount", [0.0, 300.0, 874.90, 1092.16, 1241.0, 1300.35, 1304.70, 1500.0])
def test_sentences_of_letters_are_whole(amount: float):
    paid = {"amount": amount, "per": "month"}
    case = case_with(
        benefits_now__universal_credit__amount=paid,
        benefits_now__discretionary_housing_payment={"amount": 20, "per": "week"},
    )
    for letter in reconcile(case).letters:
        texts = [reconcile_words.letter_name(letter), reconcile_words.letter_sentence(letter)]
        texts += map(reconcile_words.reason_sentence, letter.reasons)
        for text in texts + reconcile_words.what_to_do(letter, "england"):
            assert_whole(text)


def test_every_condition_of_a_task_is_one_that_a_case_can_have():
    known = {"always", *get_args(Circumstance)}
    for name in NAMES:
        known |= steps_of(name).situation.flags
    known |= situation_of(case_with(nation="wales")).flags
    # Situations that no shipped scenario has; tests/analysis/test_tasks.py makes most of them.
    known |= {"section_117", "esa_ends", "preparation_group", "pending_decision", "care_charge"}
    known |= {"universal_credit_ends", "new_style_jsa", "arrears_left_out", "esa_clock"}
    known |= {"birth", "first_child"}
    known |= {"moves", "moves_to_rent", "move_ends_housing_benefit", "move_starts_housing_benefit"}
    asked = {name.removeprefix("not ") for entry in task_data() for name in entry["when"]}
    assert asked <= known


def test_sentences_are_short():
    texts = [text for parts in section("tasks").values() for text in parts.values()]
    lengths = [len(s.split()) for text in texts for s in re.split(r"(?<=[.!?:])\s+", text)]
    assert max(lengths) <= LONGEST_WORDS
    assert sum(lengths) / len(lengths) <= LONGEST_AVERAGE


# Facts as a task could have them, for codes that no scenario brings.
FACTS: Facts = {
    "limit": "£935",
    "lower": "£6,000",
    "upper": "£16,000",
    "higher": "£430",
    "amount": "£547",
    "a_week": "£137",
    "end": date(2027, 2, 13),
    "claim_by": date(2027, 11, 13),
    "ends": (date(2028, 1, 7),),
    "dates": (date(2027, 6, 18), date(2027, 8, 20)),
    "lower_from": (date(2027, 5, 17),),
    "back_from": (date(2027, 6, 14),),
}


@pytest.mark.parametrize("entry", task_data(), ids=lambda entry: entry["code"])
def test_sentences_of_every_task_are_whole(entry: dict[str, Any]):
    task = Task(
        code=entry["code"],
        who="appointee",
        tell=entry["tell"],
        how=entry["how"],
        evidence=tuple(entry["evidence"]),
        aim_for=date(2027, 1, 4),
        by=date(2027, 1, 11),
        reference=entry["reference"],
        certainty=entry["certainty"],
        last_checked=entry["checked"],
        facts=FACTS,
    )
    words = vars(task_words(task))
    for text in words.values():
        assert_whole(text)
    assert words["when"] == "Aim for 4 January 2027. Last day: 11 January 2027."
    for part in ("what", "why"):
        assert words[part].endswith("."), words[part]


@pytest.mark.parametrize("reason", sorted(section("reconcile")["reasons"]))
def test_sentences_of_every_reason_are_whole(reason: str):
    names = ("amount", "days", "low", "high", "bedrooms", "band", "daily_living", "mobility")
    facts = dict.fromkeys(names, "7")
    for match in ("exact", "near", "possible"):
        text = reconcile_words.reason_sentence(Reason(reason, match, 100.0, facts))
        assert_whole(text)
        assert text.endswith(".")


@pytest.mark.parametrize("seed", [0, 8, 16, 24, 32, 40])
def test_what_to_do_of_random_households_has_no_hole(seed: int):
    steps = next_steps(build_case(random_case(seed)))
    for paragraph in next_steps_text(steps).split("\n\n"):
        assert_whole(" ".join(paragraph.split()))
