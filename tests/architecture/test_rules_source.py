"""The law stands in dated parameters, read at the date that the law names.

What these cannot see, a reader must: a rate hidden in a table at the head of a module, or an
amount that happens to be one of the plain numbers.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

VARIABLES = Path("rules", "variables")

# Positions, halves and doubles, and the calendar and money arithmetic that no law changes:
# months, weeks and pay periods in a year, pence in a pound, the tens of a tax code.
PLAIN_NUMBERS = {0, 1, 2, 3, 4, 10, 12, 13, 26, 52, 100}

# (file below rules/variables, number): the reason it is not a rate of the law.
KNOWN_NUMBERS: dict[tuple[str, float], str] = {
    ("dwp/universal_credit/elements.py", 8): "months from January to September",
}

# Less than half a penny cannot be an amount: it is a guard against binary fractions.
LARGEST_GUARD = 0.005

CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "monotonic", "perf_counter"}
ISO_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def functions_of(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def numbers_in_functions(tree: ast.Module) -> set[tuple[int, float]]:
    """Return (line, number) for every number written in a function that is not plain."""
    return {
        (node.lineno, float(node.value))
        for function in functions_of(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and node.value not in PLAIN_NUMBERS
        and abs(node.value) >= LARGEST_GUARD
    }


def dates_in_functions(tree: ast.Module) -> set[tuple[int, str]]:
    return {
        (node.lineno, node.value)
        for function in functions_of(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and ISO_DATE.fullmatch(node.value)
    }


def direct_parameter_reads(tree: ast.Module) -> list[int]:
    """Return the lines that call `parameters(...)` or take it as a formula's argument."""
    calls = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == "parameters")
            or (
                isinstance(node.func, ast.Attribute)
                and node.func.attr == "get_parameters_at_instant"
            )
        )
    ]
    arguments = [
        function.lineno
        for function in functions_of(tree)
        if function.name.startswith("formula")
        and any(argument.arg == "parameters" for argument in function.args.args)
    ]
    return sorted([*calls, *arguments])


def below_variables(trees: dict[Path, ast.Module]) -> dict[str, ast.Module]:
    return {
        path.relative_to(VARIABLES).as_posix(): tree
        for path, tree in trees.items()
        if path.is_relative_to(VARIABLES)
    }


def test_no_amount_rate_or_day_count_is_written_in_a_formula(
    syntax_trees: dict[Path, ast.Module],
):
    variables = below_variables(syntax_trees)
    assert variables, "no variables were found"
    found = {
        (file, number): line
        for file, tree in variables.items()
        for line, number in numbers_in_functions(tree)
    }
    faults = [
        f"{file}:{line}: {number:g} belongs in a parameter"
        for (file, number), line in found.items()
        if (file, number) not in KNOWN_NUMBERS
    ]
    assert not faults, "\n".join(faults)
    gone = set(KNOWN_NUMBERS) - set(found)
    assert not gone, f"no longer in the source; take out of KNOWN_NUMBERS: {gone}"


def test_no_date_of_the_law_is_written_in_a_formula(syntax_trees: dict[Path, ast.Module]):
    faults = [
        f"{file}:{line}: {date} belongs in a parameter"
        for file, tree in below_variables(syntax_trees).items()
        for line, date in dates_in_functions(tree)
    ]
    assert not faults, "\n".join(faults)


def test_formulas_read_rates_at_the_date_the_law_names(syntax_trees: dict[Path, ast.Module]):
    # `parameters(period)` reads on the first of the month: wrong for nearly every April.
    faults = [
        f"{path}:{line}: read rates through rules/rates.py"
        for path, tree in syntax_trees.items()
        if path.is_relative_to(VARIABLES)
        for line in direct_parameter_reads(tree)
    ]
    assert not faults, "\n".join(faults)


def test_no_clock_is_read_below_the_surfaces(syntax_trees: dict[Path, ast.Module]):
    faults = [
        f"{path}:{node.lineno}: {ast.unparse(node.func)}() makes answers depend on the day"
        for path, tree in syntax_trees.items()
        if path.parts[0] in {"rules", "case", "engine", "analysis", "words"}
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]
    assert not faults, "\n".join(faults)


def test_rule_files_hold_no_tags_anchors_or_aliases(package: Path):
    # OpenFisca's loader executes Python tags, so our own files may not carry any.
    files = sorted([*package.rglob("*.yaml"), *package.rglob("*.yml")])
    faults = [
        f"{file}: {fault}" for file in files for fault in unplain_yaml(file.read_text("utf-8"))
    ]
    assert not faults, "\n".join(faults)


def unplain_yaml(text: str) -> Iterator[str]:
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            yield f"line {line}: an alias"
        elif getattr(event, "anchor", None):
            yield f"line {line}: an anchor"
        elif tag := getattr(event, "tag", None):
            yield f"line {line}: the tag {tag}"


def test_the_checks_see_what_they_look_for():
    tree = ast.parse(
        "def formula(person, period, parameters):\n"
        "    limit = parameters(period).a\n"
        "    started = '2026-04-06'\n"
        "    return person('pay', period) * 12 / 52 - 710.00\n"
    )
    assert numbers_in_functions(tree) == {(4, 710.0)}
    assert dates_in_functions(tree) == {(3, "2026-04-06")}
    assert direct_parameter_reads(tree) == [1, 2]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: !!python/object/apply:os.getcwd []", "the tag"),
        ("a: &x 1", "an anchor"),
        ("a: &x 1\nb: *x", "an alias"),
        ("a: !!str 1", "the tag"),
    ],
)
def test_the_yaml_check_sees_what_is_not_plain(text: str, says: str):
    assert says in "; ".join(unplain_yaml(text))


def test_the_yaml_check_lets_plain_files_pass():
    assert list(unplain_yaml("values:\n  2026-04-06: {value: 1.5}\n")) == []
