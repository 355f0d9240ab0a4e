"""Reading YAML by the 1.2 core rules, and nothing that could do harm.

Only ``true`` and ``false`` are truth values; dates, times and numbers with a leading nought are
text. A file is looked through as a stream of events first, so that one which is too large or too
deep, or which has tags, anchors or several documents, is refused before anything is built.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    NodeEvent,
)

from benefits_calc.case.problems import CaseError, Problem, shown

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML built without the C library reads the same, more slowly
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

MOST_BYTES = 256 * 1024
MOST_DEPTH = 20
MOST_EVENTS = 5000
_LONGEST_NUMBER = 30

_NULL = re.compile(r"(~|null|Null|NULL|)\Z")
_TRUTH = re.compile(r"(true|True|TRUE|false|False|FALSE)\Z")
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FRACTION = re.compile(
    r"([-+]?((0|[1-9][0-9]*)\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?"
    r"|[-+]?(0|[1-9][0-9]*)[eE][-+]?[0-9]+"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\Z"
)
CORE_RESOLVERS = (
    ("tag:yaml.org,2002:null", _NULL, ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", _TRUTH, list("tTfF")),
    ("tag:yaml.org,2002:int", _WHOLE, list("-+0123456789")),
    ("tag:yaml.org,2002:float", _FRACTION, list("-+.0123456789")),
)


class _CoreLoader(_SafeLoader):
    """A safe loader by the YAML 1.2 core rules."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise ConstructorError(None, None, "a name must be plain text", key.start_mark)
            if key.value in seen:
                raise ConstructorError(
                    None, None, f"the name {shown(key.value)} is given twice", key.start_mark
                )
            seen.add(key.value)
        # Merge keys are a rule of YAML 1.1 only, so the parent's step that folds them in is left.
        return {key.value: self.construct_object(value, deep=deep) for key, value in node.value}


def _whole(_loader: _CoreLoader, node: Any) -> int:
    return int(_short(node))


def _fraction(_loader: _CoreLoader, node: Any) -> float:
    text = _short(node).lower()
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


def _truth(_loader: _CoreLoader, node: Any) -> bool:
    return bool(node.value.lower() == "true")


def _mapping(loader: _CoreLoader, node: Any) -> Any:
    found: dict[Any, Any] = {}
    yield found
    found.update(loader.construct_mapping(node, deep=True))


def _short(node: Any) -> str:
    text = str(node.value)
    if len(text) > _LONGEST_NUMBER:
        raise ConstructorError(None, None, "the number is too long", node.start_mark)
    return text


for _tag, _pattern, _starts in CORE_RESOLVERS:
    _CoreLoader.add_implicit_resolver(_tag, _pattern, _starts)
_CoreLoader.add_constructor("tag:yaml.org,2002:int", _whole)
_CoreLoader.add_constructor("tag:yaml.org,2002:float", _fraction)
_CoreLoader.add_constructor("tag:yaml.org,2002:bool", _truth)
_CoreLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_yaml(text: str) -> Any:
    """The plain data in a YAML text.

    Raises:
        CaseError: where it is not YAML, or has what a case file may not have.
    """
    try:
        _look_through(text)
        return yaml.load(text, Loader=_CoreLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise unreadable(str(error.problem or error.context), mark) from None
    except yaml.YAMLError as error:
        raise unreadable(" ".join(str(error).split())) from None


def _look_through(text: str) -> None:
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=_CoreLoader), start=1):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        documents += isinstance(event, DocumentStartEvent)
        reason = _too_much(count, depth, documents) or _not_plain(event)
        if reason:
            raise unreadable(reason, event.start_mark)


def _too_much(count: int, depth: int, documents: int) -> str:
    if count > MOST_EVENTS:
        return f"it has more than {MOST_EVENTS:,} parts"
    if depth > MOST_DEPTH:
        return f"it is nested more than {MOST_DEPTH} deep"
    if documents > 1:
        return "it holds several documents (---); give one case a file"
    return ""


def _not_plain(event: Any) -> str:
    if isinstance(event, AliasEvent):
        return "references (*) are not accepted; write the value out"
    if isinstance(event, NodeEvent) and event.anchor is not None:
        return "anchors (&) are not accepted; write the value out"
    if getattr(event, "tag", None) is not None:
        return "tags (!) are not accepted; write plain values"
    return ""


def unreadable(reason: str, mark: Any = None) -> CaseError:
    """The error for a text that cannot be read at all."""
    line = f"line {mark.line + 1}" if mark is not None else "the file"
    accepted = (
        f"give one YAML or JSON document of at most {MOST_BYTES // 1024} KiB, with plain values"
    )
    return CaseError(
        [Problem(line, reason, accepted, f"{line}: cannot be read: {reason}; {accepted}")]
    )
