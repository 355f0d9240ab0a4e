"""What the rules work out, as the registries say it: programmes and council tax schemes."""

from __future__ import annotations

from benefits_calc.rules.local_schemes import Scheme, councils_not_computed, schemes
from benefits_calc.rules.registry import Programme, programmes

__all__ = ["Programme", "Scheme", "councils_not_computed", "programmes", "schemes"]
