"""Pages are made one at a time, in the order in which they were asked for."""

import threading
import time

import pytest

from benefits_calc.ui.turns import Turns

PEOPLE = 12
PATIENCE = 10.0


def test_turns_come_in_the_order_of_asking_and_never_two_at_once():
    turns, order, inside = Turns(), [], []

    def visit(number: int) -> None:
        with turns:
            inside.append(number)
            assert inside == [number]
            order.append(number)
            inside.remove(number)

    threads = []
    with turns:
        for number in range(PEOPLE):
            thread = threading.Thread(target=visit, args=(number,))
            thread.start()
            threads.append(thread)
            until = time.monotonic() + PATIENCE
            while len(turns._waiting) <= number and time.monotonic() < until:
                time.sleep(0.001)
    for thread in threads:
        thread.join(PATIENCE)
    assert order == list(range(PEOPLE))


def test_a_page_that_fails_gives_its_turn_on():
    turns = Turns()
    with pytest.raises(ValueError, match="failed"), turns:
        raise ValueError("failed")
    taken = threading.Thread(target=turns.__enter__, daemon=True)
    taken.start()
    taken.join(PATIENCE)
    assert not taken.is_alive()
