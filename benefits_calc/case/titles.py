"""Titles of the facts of a case, by path, for pages that have no words of their own."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from benefits_calc.case.model import Case
from benefits_calc.case.translate import field_names, model_in

_NAME: Final = re.compile(r"[a-z_0-9]+(?=\.|\[|$)")


def field_at(path: str) -> FieldInfo | None:
    """The field at a path such as ``children[2].born``; None where there is none."""
    holder: type[BaseModel] | None = Case
    info: FieldInfo | None = None
    for name in _NAME.findall(re.sub(r"\[\d+\]", "", path)):
        info = field_names(holder).get(name) if holder is not None else None
        if info is None:
            return None
        annotation: Any = info.annotation
        holder = model_in(annotation)
    return info


def title_at(path: str) -> str:
    """The title of a field; the path itself where the model has no such field."""
    info = field_at(path)
    return path if info is None or info.title is None else info.title
