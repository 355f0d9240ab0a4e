"""A server started as an installed program starts it, and a browser, once for all tests here."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from benefits_calc.resources import app_script
from benefits_calc.settings import streamlit_options
from tests.serving import answers

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE, DESK = (360, 740), (1280, 900)


class Served(NamedTuple):
    """A running app: its address, and the file with all that it printed."""

    address: str
    output: Path


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Served]:
    """The app on this machine only; ended by its own id."""
    folder = tmp_path_factory.mktemp("app")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(app_script()), f"--server.port={port}"]
    output = folder / "output.txt"
    with (
        output.open("wb") as file,
        subprocess.Popen(
            [*command, "--server.headless=true", *streamlit_options()],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(root)},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
        ) as server,
    ):
        try:
            assert answers(port, server), "the app did not start"
            yield Served(f"http://127.0.0.1:{port}", output)
        finally:
            server.terminate()
            server.wait(10)


Opener = Callable[..., "Page"]


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Opener]:
    """A function that opens the app in a fresh session, at a width, with the addresses asked."""
    contexts = []

    def open_page(size: tuple[int, int] = DESK, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto(served.address)
        page.get_by_role("heading", name="Start", level=1).wait_for()
        page.get_by_text("Citizens Advice").first.wait_for()
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def picture():
    """Save a picture of the whole page in the folder that BENEFITS_CALC_PICTURES names.

    Pictures are for people to look at; where no folder is named none is taken, as each takes a
    second or two.
    """
    folder = os.environ.get("BENEFITS_CALC_PICTURES")

    def take(page, name):
        if not folder:
            return
        height = page.evaluate(
            "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"
        )
        size = page.viewport_size
        page.set_viewport_size({"width": size["width"], "height": height + 60})
        page.wait_for_timeout(400)
        path = Path(folder) / f"{name}-{size['width']}.png"
        page.screenshot(path=path)
        page.set_viewport_size(size)
        assert path.stat().st_size > 10_000

    return take
