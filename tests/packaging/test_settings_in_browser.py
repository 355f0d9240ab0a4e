"""What the settings promise, seen from a real browser on a page that fails."""

import socket
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

from benefits_calc.settings import streamlit_options
from tests.serving import answers

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
            assert answers(port, server), "the server did not start"
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
