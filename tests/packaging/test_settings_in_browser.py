"""What the settings promise, seen from a real browser on a page that fails."""

import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

from benefits_calc.settings import streamlit_options

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TYPED = "pip-enhanced-since-2019"
PAGE = f"""
import streamlit as st
st.title("Before the fault")
raise ValueError({TYPED!r})
"""


class Visit(NamedTuple):
    text: str
    hosts: set[str]
    output: str


def wait_until_it_answers(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    pytest.fail("the server did not start")


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory, browser: "Browser") -> Visit:
    """Open a page that fails, on a server started as an installed wheel starts it."""
    folder = tmp_path_factory.mktemp("app")
    (folder / "page.py").write_text(PAGE, encoding="utf-8")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    started = [sys.executable, "-m", "streamlit", "run", "page.py", f"--server.port={port}"]
    with (
        (folder / "output.txt").open("wb") as output,
        subprocess.Popen(
            [*started, "--server.headless=true", *streamlit_options()],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        ) as server,
    ):
        try:
            wait_until_it_answers(port, server)
            page = browser.new_page()
            addresses: list[str] = []
            page.on("request", lambda request: addresses.append(request.url))
            page.goto(f"http://127.0.0.1:{port}")
            page.get_by_text("Before the fault").wait_for()
            page.get_by_test_id("stException").wait_for()
            text = page.inner_text("body")
            page.close()
        finally:
            server.terminate()
            server.wait(10)
    hosts = {urlsplit(address).hostname or "" for address in addresses}
    return Visit(text, hosts, (folder / "output.txt").read_text(encoding="utf-8"))


@pytest.mark.browser
def test_a_fault_is_shown_without_what_somebody_typed(visit: Visit):
    assert "Before the fault" in visit.text
    assert TYPED not in visit.text
    assert "ValueError" not in visit.text


@pytest.mark.browser
def test_a_fault_leaves_nothing_in_the_log(visit: Visit):
    assert "http://127.0.0.1" in visit.output
    assert TYPED not in visit.output


@pytest.mark.browser
def test_the_page_asks_no_other_host(visit: Visit):
    assert visit.hosts - {""} == {"127.0.0.1"}


@pytest.mark.browser
def test_nothing_invites_to_publish_the_page(visit: Visit):
    assert "Deploy" not in visit.text
