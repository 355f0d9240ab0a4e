"""Running totals within groups of rows, without a loop over rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.arrays import Floats

Whole = NDArray[np.int64]


class Segments:
    """Rows in runs that share every key, spread out as one line a run.

    Args:
        keys: Arrays of one length; a new run begins wherever any of them changes.
    """

    def __init__(self, *keys: NDArray[Any]) -> None:
        new = np.ones(len(keys[0]), dtype=bool)
        new[1:] = np.logical_or.reduce([key[1:] != key[:-1] for key in keys])
        self.starts: Whole = np.flatnonzero(new)
        self.run: Whole = np.cumsum(new) - 1
        self._place: Whole = np.arange(len(new)) - self.starts[self.run]
        self._shape = (len(self.starts), int(self._place.max(initial=0)) + 1)

    def spread(self, values: NDArray[Any], fill: float = 0.0) -> NDArray[Any]:
        """One line a run, filled up at its end."""
        lines = np.full(self._shape, fill, dtype=values.dtype)
        lines[self.run, self._place] = values
        return lines

    def gather(self, lines: NDArray[Any]) -> NDArray[Any]:
        """Rows out of lines."""
        found: NDArray[Any] = lines[self.run, self._place]
        return found

    def running_sum(self, values: Floats) -> Floats:
        """Sum of each row and those before it in its run."""
        return self.gather(np.cumsum(self.spread(values), axis=1))

    def running_any(self, values: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Whether any row so far in the run is true."""
        return self.gather(np.logical_or.accumulate(self.spread(values, fill=False), axis=1))

    def sums(self, values: Floats) -> Floats:
        """Sum of each run."""
        return np.add.reduceat(values, self.starts)
