"""Drive the app with many open sessions at once, on this machine only, and print how fast it is.

    python -m tests.load --sessions 50 --think 5 --seconds 60

Each session opens the page over a real websocket, opens an example, and then, over and over:
changes the hours on the page about the job, asks what it comes to, and thinks. The time of an
answer is from asking to the end of the page that shows it; the work of the server is of all that
leads to one, pages and changes included, and does not grow where other programs keep the machine
busy. Nothing leaves the machine; the
server is started here and ended by its own process id.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benefits_calc.resources import app_script
from benefits_calc.settings import streamlit_options
from tests.load.sessions import Visit
from tests.serving import answers

EXAMPLES = (
    "p1_lcwra_protected_rent",
    "a01_merton_social_tenant_lcwra",
    "a02_kingston_supported_lcwra",
    "a08_cardiff_couple_carer",
)


def main() -> None:
    """Read the options, start the server, drive it and print the figures."""
    options = _options()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(app_script()), f"--server.port={port}"]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(
            [*command, "--server.headless=true", *streamlit_options()],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as server,
    ):
        try:
            if not answers(port, server):
                sys.exit("the app did not start")
            asyncio.run(_drive(port, server.pid, options))
        finally:
            server.terminate()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--think", type=float, default=5.0, help="seconds between answers")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long to measure")
    parser.add_argument(
        "--reads-the-page",
        action="store_true",
        help="think on the page about the job too; without it a page, a change and an answer "
        "follow each other at once",
    )
    return parser.parse_args()


async def _drive(port: int, pid: int, options: argparse.Namespace) -> None:
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    visits = [
        Visit(address, EXAMPLES[number % len(EXAMPLES)], number)
        for number in range(options.sessions)
    ]
    print(f"opening {options.sessions} sessions")  # noqa: T201
    for visit in visits:
        await visit.open()
    memory, work = [_megabytes(pid)], _seconds_of_work(pid)
    end = time.monotonic() + options.seconds
    await asyncio.gather(
        *(visit.live(end, options.think, reads_the_page=options.reads_the_page) for visit in visits)
    )
    memory.append(_megabytes(pid))
    work = _seconds_of_work(pid) - work
    times = sorted(answer for visit in visits for answer in visit.answers)
    for visit in visits:
        await visit.close()
    _print(times, memory, work, options)


def _print(
    times: list[float], memory: list[float], work: float, options: argparse.Namespace
) -> None:
    def share(part: float) -> float:
        return times[min(int(len(times) * part), len(times) - 1)] * 1000

    print(f"{len(times)} answers in {options.seconds:g} s, thinking {options.think:g} s between")  # noqa: T201
    print(  # noqa: T201
        f"time of an answer: median {share(0.5):.0f} ms, 95 in 100 within {share(0.95):.0f} ms, "
        f"slowest {times[-1] * 1000:.0f} ms"
    )
    print(f"work of the server's processors: {work / len(times) * 1000:.0f} ms an answer")  # noqa: T201
    print(f"memory of the server: {memory[0]:.0f} MB at first, {memory[1]:.0f} MB at the end")  # noqa: T201


def _megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan")
    rows = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
    return float(rows["VmRSS"].split()[0]) / 1024


def _seconds_of_work(pid: int) -> float:
    """Seconds for which the server kept a processor busy so far."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return float("nan")
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


main()
