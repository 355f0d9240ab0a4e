"""The case format described from the model itself: JSON Schema and the table of fields.

``python -m benefits_calc.case.reference docs/case-format.md`` writes the table anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from benefits_calc.case.model import DEFAULT_HOURS, Case
from benefits_calc.case.translate import accepted_by, field_names, model_in

START = "<!-- fields: written by `python -m benefits_calc.case.reference`, do not edit -->"
_MOST_PLACES = 6
END = "<!-- end of fields -->"


def case_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a case file."""
    schema = Case.model_json_schema(by_alias=True)
    for model in _models():
        part = schema if model is Case else schema["$defs"][model.__name__]
        for name, info in field_names(model).items():
            # The title and help of a field stand beside its reference too.
            part["properties"][name] |= {"title": info.title, "description": info.description}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Case file, format 1",
        **{name: part for name, part in schema.items() if name != "title"},
    }


def field_table() -> str:
    """Every field as Markdown: one table for each part of a case."""
    return "\n".join(_sections()).rstrip() + "\n"


def _sections() -> Iterator[str]:
    for model, places in _models().items():
        yield from _section(model, places)


def _models() -> dict[type[BaseModel], list[str]]:
    """Every model in a case with the places where it stands, the outermost first."""
    places: dict[type[BaseModel], list[str]] = {Case: [""]}
    waiting: list[type[BaseModel]] = [Case]
    while waiting:
        model = waiting.pop(0)
        for name, info in field_names(model).items():
            inner = model_in(info.annotation)
            if inner is None:
                continue
            if inner not in places:
                waiting.append(inner)
            held = f"{places[model][0]}.{name}".lstrip(".") + ("[]" if _is_list(info) else "")
            places.setdefault(inner, []).append(held)
    return places


def _section(model: type[BaseModel], places: list[str]) -> Iterator[str]:
    named = [f"`{place}`" for place in places]
    if len(named) > _MOST_PLACES:
        named = [*named[:_MOST_PLACES], "and others like them"]
    yield "### The case" if model is Case else f"### {', '.join(named)}"
    yield ""
    yield (model.__doc__ or "").strip().split("\n")[0]
    yield ""
    yield "| field | takes | left out | meaning |"
    yield "|---|---|---|---|"
    for name, info in field_names(model).items():
        takes = accepted_by(info.annotation, tuple(info.metadata)).replace("|", "\\|")
        yield f"| `{name}` | {takes} | {_default(info)} | **{info.title}.** {info.description} |"
    yield ""


def _is_list(info: FieldInfo) -> bool:
    return "tuple[" in str(info.annotation)


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "must be given"
    value = info.default
    if value is None or value == ():
        return "nothing"
    if value == DEFAULT_HOURS:
        return ", ".join(f"{hours:g}" for hours in DEFAULT_HOURS)
    if isinstance(value, BaseModel):
        return "as below"
    if isinstance(value, float):
        return f"{value:g}"
    return str(value).lower() if isinstance(value, bool) else str(value)


def with_table(text: str) -> str:
    """A document with its table of fields replaced by the present one.

    Raises:
        ValueError: where the document lacks the two marks around the table.
    """
    if START not in text or END not in text:
        raise ValueError("the document has no marks around its table of fields")
    before, rest = text.split(START, 1)
    after = rest.split(END, 1)[1]
    return f"{before}{START}\n\n{field_table()}\n{END}{after}"


if __name__ == "__main__":
    document = Path(sys.argv[1])
    document.write_text(with_table(document.read_text("utf-8")), "utf-8")
