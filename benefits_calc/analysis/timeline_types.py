"""A dated run with its money: what every part of a timeline is made from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.dated.cycles import Settled
from benefits_calc.engine.dated.local import Local
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.streams import Stream
from benefits_calc.engine.results import Unknown


@dataclass(frozen=True)
class Run:
    """A simulation with its money, one way of going on after a nil month.

    Attributes:
        dated: The simulation.
        settled: Universal Credit that the money rests on.
        local: Housing Benefit and council tax with it.
        streams: Every payment.
        totals: Money of each day so far, by day and scenario.
        unknown: Lines that no figure holds, with the reason and what is paid today.
    """

    dated: Dated
    settled: Settled
    local: Local
    streams: tuple[Stream, ...]
    totals: NDArray[np.float64]
    unknown: tuple[Unknown, ...]
