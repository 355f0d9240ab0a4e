"""First wages of a job begun in mid-year, worked out by hand before the program was written."""

from datetime import date

import numpy as np
import pytest

from benefits_calc.engine.dated.payslips import payslips_of
from benefits_calc.engine.dated.scenario import AS_YOU_ARE, in_job
from tests.engine.whole_cases import case_with

STARTS = {"job__starts": "2026-11-02", "job__pay_day": 28, "as_at": "2026-11-01"}


@pytest.mark.parametrize(
    ("code", "tax", "net"), [("1257L", 0.0, 1068.17), ("1257L M1", 4.80, 1063.37)]
)
def test_a_cumulative_code_takes_no_tax_in_month_8(code: str, tax: float, net: float):
    case = case_with(job__hours_per_week=20, job__tax_code=code, **STARTS)
    slips = payslips_of(case, (AS_YOU_ARE, in_job(20)), date(2026, 11, 1), date(2026, 11, 30))
    assert slips.count == 1
    assert slips.scenario[0] == 1
    assert slips.due_on[0] == np.datetime64("2026-11-28")
    assert slips.paid_on[0] == np.datetime64("2026-11-27")
    assert (slips.gross[0], slips.income_tax[0]) == (1101.53, tax)
    assert (slips.net[0], slips.uc_earned_income[0]) == (net, net)
