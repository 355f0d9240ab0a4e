"""A server of the app, waited for until it answers."""

from __future__ import annotations

import subprocess
import time
from http import HTTPStatus
from http.client import HTTPConnection

SECONDS_TO_START = 60


def answers(port: int, server: subprocess.Popen[bytes]) -> bool:
    """Whether the server answers on this machine before its time is over."""
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == HTTPStatus.OK:
                return True
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    return False
