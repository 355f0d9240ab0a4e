"""One at a time, in the order of asking.

A plain lock wakes whoever comes first to it, so that with many waiting somebody can be passed over
again and again; here nobody waits longer than those who asked before.
"""

from __future__ import annotations

from collections import deque
from threading import Lock


class Turns:
    """A lock that is handed on in the order in which it was asked for."""

    def __init__(self) -> None:
        self._books = Lock()
        self._taken = False
        self._waiting: deque[Lock] = deque()

    def __enter__(self) -> None:
        with self._books:
            if not self._taken:
                self._taken = True
                return
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        mine.acquire()

    def __exit__(self, *_: object) -> None:
        with self._books:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
