"""One open page over a real websocket, as a browser would hold it."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

from benefits_calc.words import questions
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import example_title

LARGEST_MESSAGE = 64 * 1024 * 1024
SECONDS_TO_ANSWER = 120
JOB_PAGE = "the-job"
LEAST_HOURS, MOST_HOURS = 4, 40


class Visit:
    """A session: it keeps what the server showed last, and sends what a person would do."""

    def __init__(self, address: str, example: str, seed: int) -> None:
        self.address = address
        self.example = example
        self.answers: list[float] = []
        self.pages: dict[str, str] = {}
        self.page = ""
        self.elements: list[Any] = []
        self.held: dict[str, WidgetState] = {}
        self.socket: Any = None
        self.chance = random.Random(seed)  # noqa: S311 - hours to try, not secrets

    async def open(self) -> None:
        """Open the page and an example."""
        self.socket = await websockets.connect(
            self.address,
            max_size=LARGEST_MESSAGE,
            subprotocols=[websockets.Subprotocol("streamlit")],
            origin=websockets.Origin(self.address.replace("ws://", "http://").rsplit("/_", 1)[0]),
        )
        await self._run()
        box = self._widget("selectbox", say("choose", "example"))
        self._hold(box.id, string_value=example_title(self.example))
        await self._run()

    async def live(self, end: float, think: float, *, reads_the_page: bool) -> None:
        """Change the hours, ask, think, and again, until the time is over.

        Args:
            end: When it is over.
            think: Seconds before the page about the job is asked for.
            reads_the_page: Whether as long passes again before the hours on it are changed.
        """
        await asyncio.sleep(self.chance.uniform(0, think))
        while time.monotonic() < end:
            await self._go(JOB_PAGE)
            if reads_the_page:
                await asyncio.sleep(think)
            hours = self._widget("number_input", questions.label("hours"))
            self._hold(hours.id, double_value=float(self.chance.randint(LEAST_HOURS, MOST_HOURS)))
            await self._run()
            button = self._widget("button", say("job", "submit"))
            pressed = WidgetState(id=button.id, trigger_value=True)
            began = time.monotonic()
            await self._run(pressed)
            self.answers.append(time.monotonic() - began)
            await asyncio.sleep(think)

    async def close(self) -> None:
        """Close the page."""
        await self.socket.close()

    def _hold(self, identity: str, **value: Any) -> None:
        self.held[identity] = WidgetState(id=identity, **value)

    def _widget(self, kind: str, label: str) -> Any:
        found = [
            getattr(element, kind)
            for element in self.elements
            if element.WhichOneof("type") == kind
        ]
        return next(widget for widget in found if widget.label.startswith(label))

    async def _go(self, page: str) -> None:
        self.page = self.pages[page]
        self.held.clear()
        await self._run()

    async def _run(self, pressed: WidgetState | None = None) -> None:
        """Ask for a run of the page, and wait until it has ended."""
        states = [*self.held.values(), *([pressed] if pressed else [])]
        message = BackMsg()
        message.rerun_script.query_string = ""
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.widget_states.CopyFrom(WidgetStates(widgets=states))
        self.elements = []
        await self.socket.send(message.SerializeToString())
        while True:
            data = await asyncio.wait_for(self.socket.recv(), SECONDS_TO_ANSWER)
            if self._take(ForwardMsg.FromString(data)):
                return

    def _take(self, message: ForwardMsg) -> bool:
        """Keep what a message shows; whether the run has ended."""
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self.elements.append(message.delta.new_element)
        if kind == "navigation":
            self.pages = {
                page.url_pathname: page.page_script_hash for page in message.navigation.app_pages
            }
            self.page = message.navigation.page_script_hash
        return bool(
            kind == "script_finished"
            and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        )
