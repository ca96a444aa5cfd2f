"""A preview under way: its process makes and draws, and may hang or die alone."""

from __future__ import annotations

import multiprocessing
from contextlib import suppress

from exports.preview import PageRequest, PreviewFailed, PreviewOrder, PreviewReady, RenderedPage
from exports.preview_work import run_worker
from exports.progress import Progress
from workshop_app.domain.errors import UserError

_PATIENCE = 2.0


class PreviewRun:
    """Ask for a document by `order` and for its pages by `wish`; nothing here waits, but `close`.

    `poll` takes in what came; `made`, `picture`, `progress` and `error` are the last of each. An
    order waits for the process to wake up: a workshop is larger than what a pipe takes in at once.
    """

    def __init__(self) -> None:
        self.made: PreviewReady | None = None
        self.picture: RenderedPage | None = None
        self.progress: Progress | None = None
        self.error: UserError | None = None
        self._name = ""
        self._awake = False
        self._waiting: PreviewOrder | None = None
        context = multiprocessing.get_context("spawn")
        self._pipe, far_end = context.Pipe()
        self._process = context.Process(target=run_worker, args=(far_end,), daemon=True)
        try:
            self._process.start()
        except OSError as error:
            self._fail(error.strerror or type(error).__name__)
        far_end.close()

    def order(self, order: PreviewOrder) -> None:
        """Have another document made; the one before is forgotten."""
        self.made = self.picture = self.progress = self.error = None
        self._name = order.name
        if self._awake:
            self._send(order)
        else:
            self._waiting = order

    def wish(self, wish: PageRequest) -> None:
        """Ask for the picture of a page."""
        self._send(wish)

    def poll(self) -> bool:
        """Take in what came; tells whether anything did."""
        came = False
        try:
            while self.error is None and self._pipe.poll():
                self._take(self._pipe.recv())
                came = True
        except (EOFError, OSError):
            self._fail(str(self._process.exitcode))
            came = True
        return came

    def close(self) -> None:
        """End the process, whatever it does."""
        self._pipe.close()
        if self._process.pid:
            self._process.kill()
            self._process.join(_PATIENCE)

    def _take(self, message: object) -> None:
        match message:
            case str():
                self._awake = True
                if self._waiting is not None:
                    self._send(self._waiting)
            case Progress() if message.document == self._name:
                self.progress = message
            case PreviewReady() if message.name == self._name:
                self.made = message
            case RenderedPage() if message.name == self._name:
                self.picture = message
            case PreviewFailed(key, values):
                self.error = UserError(key, **values)

    def _send(self, message: object) -> None:
        with suppress(OSError):
            self._pipe.send(message)

    def _fail(self, reason: str) -> None:
        self.error = UserError("errors.preview_failed", reason=reason)
