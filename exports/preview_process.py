"""Runs a preview in another process, so that the window survives if it hangs or crashes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from queue import SimpleQueue
from threading import Thread

from exports.preview import PageRequest, PreviewFailed, PreviewOrder, PreviewReady, RenderedPage
from exports.preview_work import run_worker
from exports.process import Worker
from exports.progress import Progress
from workshop_app.domain.errors import UserError

_PATIENCE = 2.0
"""Seconds to wait for the end of the sender."""


class PreviewRun(Worker):
    """Requests a document and images of its pages; only `close` blocks.

    `poll` receives messages; `ready`, `image`, `progress` and `error` are the last of each.
    Requests are sent when the process has started, because sending would block before: a workshop
    is larger than the buffer of a pipe. They are sent by a thread, since the process may be sending
    an image, which is larger, too, and both would deadlock.
    """

    def __init__(self) -> None:
        self.ready: PreviewReady | None = None
        self.image: RenderedPage | None = None
        self.progress: Progress | None = None
        self.error: UserError | None = None
        self._name = ""
        self._serial = 0
        self._started = False
        self._waiting: PreviewOrder | None = None
        self._outbox: SimpleQueue[object] = SimpleQueue()
        super().__init__(run_worker)
        self._sender = Thread(target=self._send_all, daemon=True)
        self._sender.start()

    def request_document(self, order: PreviewOrder) -> None:
        """Request another document; results of the previous one are dropped."""
        self.ready = self.image = self.progress = self.error = None
        self._name = order.name
        self._serial += 1
        numbered = replace(order, serial=self._serial)
        if self._started:
            self._send(numbered)
        else:
            self._waiting = numbered

    def request_page(self, request: PageRequest) -> None:
        """Request an image of a page."""
        self._send(request)

    def poll(self) -> bool:
        """Receive messages; returns whether there was any."""
        received = False
        try:
            while self.error is None and self._pipe.poll():
                self._receive(self._pipe.recv())
                received = True
        except (EOFError, OSError):
            self._fail(str(self._process.exitcode))
            received = True
        return received

    def close(self) -> None:
        """Kill the process."""
        if self._process.pid:
            self._end()
        self._outbox.put(None)
        self._sender.join(_PATIENCE)  # nobody receives any more, so it cannot wait for the pipe
        self._pipe.close()

    def _receive(self, message: object) -> None:
        match message:
            case str():
                self._started = True
                if self._waiting is not None:
                    self._send(self._waiting)
            case Progress() if message.document == self._name:
                self.progress = message
            case PreviewReady() if message.serial == self._serial:
                self.ready = message
            case RenderedPage() if message.serial == self._serial:
                self.image = message
            case PreviewFailed(serial, key, values) if serial == self._serial:
                self.error = UserError(key, **values)

    def _send(self, message: object) -> None:
        self._outbox.put(message)

    def _send_all(self) -> None:
        """Send the items of the outbox in order, until one is None."""
        while (message := self._outbox.get()) is not None:
            with suppress(OSError):
                self._pipe.send(message)

    def _fail(self, reason: str) -> None:
        self.error = UserError("errors.preview_failed", reason=reason)
