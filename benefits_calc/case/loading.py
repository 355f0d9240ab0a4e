"""Case files: reading, checking and writing them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import ValidationError

from benefits_calc.case.model import Case
from benefits_calc.case.problems import CaseError, not_accepted, shown
from benefits_calc.case.translate import case_error
from benefits_calc.case.yaml_reader import (
    CORE_RESOLVERS,
    MOST_BYTES,
    MOST_DEPTH,
    MOST_EVENTS,
    read_yaml,
    unreadable,
)

Kind = Literal["yaml", "json"]


def load_case(path: str | Path) -> Case:
    """Read a case file; ``.json`` is JSON, anything else YAML.

    Raises:
        CaseError: where it cannot be read or is not a case; one line for each problem.
    """
    place = Path(path)
    try:
        with place.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        problem = not_accepted(
            str(path),
            "the file",
            "give a case file that can be read",
            (error.strerror or "it cannot be opened").lower(),
        )
        raise CaseError([problem]) from None
    kind: Kind = "json" if place.suffix.lower() == ".json" else "yaml"
    return parse_case(content, kind, source=place.name)


def parse_case(text: str | bytes, kind: Kind = "yaml", source: str | None = None) -> Case:
    """Read the text of a case file.

    Raises:
        CaseError: where it cannot be read or is not a case; one line for each problem.
    """
    try:
        data = _json(_decoded(text)) if kind == "json" else read_yaml(_decoded(text))
    except CaseError as error:
        raise CaseError(error.problems, source) from None
    return build_case(data, source)


def parse_data(text: str | bytes) -> Any:
    """The plain data in a YAML text, with no look at whether it is a case.

    Raises:
        CaseError: where it cannot be read.
    """
    return read_yaml(_decoded(text))


def build_case(data: object, source: str | None = None) -> Case:
    """A case from plain data, such as a form's: mappings, lists, text, numbers.

    Raises:
        CaseError: where it is not a case; one line for each problem.
    """
    if not isinstance(data, Mapping):
        given = {"list": "a list", "NoneType": "nothing"}.get(type(data).__name__, "a single value")
        problem = not_accepted(
            "the case", given, "give a case file with the facts, such as `benefits-calc new` writes"
        )
        raise CaseError([problem], source)
    try:
        return Case.model_validate(_with_tuples(data))
    except ValidationError as error:
        raise case_error(error, Case, source) from None


def dump_case(case: Case, kind: Kind = "yaml") -> str:
    """The text of a case file that reads back to an equal case; only what was stated is in it."""
    data = case.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if kind == "json":
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    return dump_plain(data)


def dump_plain(data: Mapping[str, Any]) -> str:
    """Plain data as YAML that readers of YAML 1.1 and 1.2 read alike."""
    text: str = yaml.dump(
        data,
        Dumper=_CaseDumper,
        sort_keys=False,
        allow_unicode=True,
        width=100,
        default_flow_style=None,
    )
    return text


class _CaseDumper(yaml.SafeDumper):
    """Writes text so that YAML 1.1 and 1.2 readers both read it back as text."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


_CaseDumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
for _tag, _pattern, _starts in CORE_RESOLVERS:
    _CaseDumper.add_implicit_resolver(_tag, _pattern, _starts)


def _with_tuples(value: Any) -> Any:
    """The same data with tuples for lists, as the frozen model holds them."""
    if isinstance(value, Mapping):
        return {key: _with_tuples(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_with_tuples(item) for item in value)
    return value


def _decoded(text: str | bytes) -> str:
    try:
        content = text.encode("utf-8") if isinstance(text, str) else text
        if len(content) > MOST_BYTES:
            raise unreadable("it is too large")
        return content.decode("utf-8-sig")
    except UnicodeError:
        raise unreadable("it is not UTF-8 text") from None


def _json(text: str) -> Any:
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_such_number)
    except json.JSONDecodeError as error:
        raise unreadable(f"line {error.lineno}: {error.msg}") from None
    except CaseError:
        raise
    except (ValueError, RecursionError):
        raise unreadable("it is nested too deep, or a number is too long") from None
    _look_through(data)
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise unreadable(f"the name {shown(name)} is given twice")
        found[name] = value
    return found


def _no_such_number(text: str) -> Any:
    raise unreadable(f"{text} is not a number")


def _look_through(data: Any) -> None:
    parts, level, depth = 0, [data], 0
    while level:
        depth += 1
        parts += len(level)
        if depth > MOST_DEPTH:
            raise unreadable(f"it is nested more than {MOST_DEPTH} deep")
        if parts > MOST_EVENTS:
            raise unreadable(f"it has more than {MOST_EVENTS:,} parts")
        level = [
            item
            for held in level
            if isinstance(held, dict | list)
            for item in (held.values() if isinstance(held, dict) else held)
        ]
