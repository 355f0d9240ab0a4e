"""Income tax through a tax year: pay to date by the code, less what was taken before.

The tax due on pay to date is a rule (`income_tax_to_date`). What a packet bears is limited to
half its pay (PAYE Regulations 2003 reg 23(5)), and what the limit leaves over is taken from later
packets, so the tax taken by packet n is the least of tax due to date and, for each earlier packet
k, tax due then plus the limits since.
"""

from __future__ import annotations

import numpy as np

from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.segments import Segments


def tax_taken(years: Segments, due_to_date: Floats, most: Floats, before: Floats) -> Floats:
    """Tax taken to date after each packet, pounds.

    Args:
        years: Runs of packets of one employment and tax year.
        due_to_date: Tax due by the code on pay to date, at each packet.
        most: Most tax that each packet can bear.
        before: Tax of the year before the first packet of each run.
    """
    limits = np.cumsum(years.spread(most), axis=1)
    room = years.spread(due_to_date, fill=np.inf) - limits
    start = before[:, np.newaxis]
    least = np.minimum(np.minimum.accumulate(room, axis=1), start)
    return np.round(years.gather(least + limits), 2)
