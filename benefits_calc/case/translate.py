"""Turning pydantic's errors into lines that name the field, the value and what is accepted."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from benefits_calc.case.facts import Accepts
from benefits_calc.case.problems import CaseError, Problem, not_accepted, not_given, shown

_SHOWN = 4


def case_error(
    error: ValidationError, model: type[BaseModel], source: str | None = None
) -> CaseError:
    """The same error in plain English."""
    return CaseError(list(_problems(error, model)), source)


def _problems(error: ValidationError, model: type[BaseModel]) -> Iterator[Problem]:
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]
    for detail in details:
        # A list with a bad item also counts as too short: the item's own line says it all.
        inside = (place[: len(detail["loc"])] == detail["loc"] for place in places)
        if detail["type"] != "too_short" or sum(inside) == 1:
            yield from _problem(detail, model)


def _problem(detail: ErrorDetails, model: type[BaseModel]) -> Iterator[Problem]:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "case_problems":
        yield from context["problems"]
        return
    path = path_text(detail["loc"])
    if kind == "extra_forbidden":
        yield _unknown_name(path, detail["loc"], model)
        return
    accepted = f"give {accepted_at(detail['loc'], model)}"
    if kind == "missing":
        yield not_given(path, accepted)
    else:
        yield not_accepted(path, detail["input"], accepted, context.get("reason", ""))


def path_text(location: tuple[int | str, ...]) -> str:
    """A location as people write it: ``children[2].born`` (places count from 1)."""
    text = ""
    for step in location:
        name = f"[{step + 1}]" if isinstance(step, int) else shown(step)
        text += f".{name}" if text and isinstance(step, str) else name
    return text or "the case"


def _unknown_name(path: str, location: tuple[int | str, ...], model: type[BaseModel]) -> Problem:
    holder = model_in(_annotation_at(location[:-1], model)[0])
    names = list(field_names(holder)) if holder else []
    name = shown(str(location[-1]))
    near = difflib.get_close_matches(name, names, n=1)
    meant = f"did you mean {near[0]}? " if near else ""
    accepted = f"{meant}known names here: {', '.join(names)}"
    return Problem(path, name, accepted, f"{path}: unknown name {name}; {accepted}")


def field_names(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """A model's fields by the names used in files."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def accepted_at(location: tuple[int | str, ...], model: type[BaseModel]) -> str:
    """What may stand at a location, in words."""
    annotation, metadata = _annotation_at(location, model)
    return accepted_by(annotation, metadata)


def _annotation_at(
    location: tuple[int | str, ...], model: type[BaseModel]
) -> tuple[Any, tuple[Any, ...]]:
    annotation: Any = model
    metadata: tuple[Any, ...] = ()
    for step in location:
        if isinstance(step, int):
            annotation, metadata = _item(annotation), ()
            continue
        holder = model_in(annotation)
        info = field_names(holder).get(step) if holder else None
        if info is None:
            break
        annotation, metadata = info.annotation, tuple(info.metadata)
    return annotation, metadata


def _parts(annotation: Any) -> tuple[Any, ...]:
    """The members of a union other than None, looking through Annotated."""
    if get_origin(annotation) is Annotated:
        return _parts(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(part for part in get_args(annotation) if part is not type(None))
    return (annotation,)


def _item(annotation: Any) -> Any:
    for part in _parts(annotation):
        if get_origin(part) is tuple:
            return get_args(part)[0]
    return annotation


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model in a type, looking through lists, unions and Annotated."""
    for part in _parts(annotation):
        plain = _parts(part)[0] if get_origin(part) is Annotated else part
        if get_origin(plain) is tuple:
            plain = get_args(plain)[0]
        if isinstance(plain, type) and issubclass(plain, BaseModel):
            return plain
    return None


def accepted_by(annotation: Any, metadata: tuple[Any, ...] = ()) -> str:
    """What a type takes, in words such as "a number from 0 to 168"."""
    if get_origin(annotation) is Annotated:
        first, *more = get_args(annotation)
        return accepted_by(first, (*metadata, *more))
    for item in metadata:
        if isinstance(item, Accepts):
            return item.words
    parts = _parts(annotation)
    if len(parts) > 1:
        return " or ".join(accepted_by(part) for part in parts)
    part = parts[0]
    if part is not annotation:
        return accepted_by(part, metadata)
    return _plain(part, metadata)


def _plain(part: Any, metadata: tuple[Any, ...]) -> str:
    if get_origin(part) is Literal:
        words = [
            str(word).lower() if isinstance(word, bool) else str(word) for word in get_args(part)
        ]
        return words[0] if len(words) == 1 else f"one of {', '.join(words)}"
    if get_origin(part) is tuple:
        return f"a list of {accepted_by(get_args(part)[0])}"
    if part is bool:
        return "true or false"
    if part in (int, float):
        return _number("a whole number" if part is int else "a number", metadata)
    if part is str:
        return "text"
    holder = model_in(part)
    return f"the facts {{{_few(holder)}}}" if holder else "another value"


def _few(model: type[BaseModel]) -> str:
    """A model's required names, or its first few, with dots for the rest."""
    fields = field_names(model)
    shown = [name for name, info in fields.items() if info.is_required()] or list(fields)[:_SHOWN]
    return ", ".join(shown if len(shown) == len(fields) else [*shown, "..."])


def _number(words: str, metadata: tuple[Any, ...]) -> str:
    low: Any = None
    high: Any = None
    above = False
    for item in _constraints(metadata):
        if isinstance(item, annotated_types.Ge):
            low = item.ge
        elif isinstance(item, annotated_types.Gt):
            low, above = item.gt, True
        elif isinstance(item, annotated_types.Le):
            high = item.le
    if low is None or high is None:
        return words
    return f"{words} {'above' if above else 'from'} {low:,} to {high:,}".replace(
        "above 0 to", "above 0 and up to"
    )


def _constraints(metadata: tuple[Any, ...]) -> Iterator[Any]:
    for item in metadata:
        if isinstance(item, FieldInfo):
            yield from item.metadata
        else:
            yield item
