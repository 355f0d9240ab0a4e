"""Start a server on loopback, see that it answers, and end it: `serves.py PATH COMMAND...`.

`{port}` in the command becomes a free port, which the environment variable
STREAMLIT_SERVER_PORT names too. Exit status 0 if PATH is answered with 200 in time.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

SECONDS_TO_START = 60
SECONDS_TO_END = 10


def free_port() -> int:
    """Return a port that nothing listens on at the moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def status_of(port: int, path: str) -> int | None:
    """Return the HTTP status of a request, or None where nobody answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def answers(server: subprocess.Popen[bytes], port: int, path: str) -> bool:
    """Ask until the answer is 200, the server has ended, or the time is over."""
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        if status_of(port, path) == HTTPStatus.OK:
            return True
        time.sleep(0.2)
    return False


def end_group(server: subprocess.Popen[bytes]) -> None:
    """End the server and its children: asked first, then made to."""
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        server.wait(SECONDS_TO_END)
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)


def main(path: str, command: list[str]) -> int:
    """Run the command, ask it for `path`, end it, and return the exit status."""
    port = free_port()
    environment = {
        **os.environ,
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    arguments = [part.replace("{port}", str(port)) for part in command]
    # A group of its own, so that what the command itself starts ends with it.
    with subprocess.Popen(
        arguments, env=environment, stdin=subprocess.DEVNULL, start_new_session=True
    ) as server:
        try:
            well = answers(server, port, path)
        finally:
            end_group(server)
    print(f"{command[0]}: {path} {'answered' if well else 'did not answer'}")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
