"""What the rules work out, as the registries say it: programmes and council tax schemes."""

from __future__ import annotations

from benefits_calc.rules.help_items import HelpItem, help_items
from benefits_calc.rules.local_schemes import Scheme, councils_not_computed, schemes
from benefits_calc.rules.open_points import OpenPoint, open_points
from benefits_calc.rules.registry import Programme, programmes

__all__ = [
    "HelpItem",
    "OpenPoint",
    "Programme",
    "Scheme",
    "councils_not_computed",
    "help_items",
    "open_points",
    "programmes",
    "schemes",
]
