"""From a filled page to an answer."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import HTMLResponse, Response

from console.door import Caller
from console.pages import Pages


class Showing:
    """Makes answers of pages. `trouble` and `done` are ids of words."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def page(
        self, name: str, caller: Caller, status: int = 200, blanks: Mapping[str, object] | None = None, *, trouble: str = "", done: str = ""
    ) -> Response:
        said = {"trouble": self._pages.say(trouble) if trouble else "", "done": self._pages.say(done) if done else ""}
        return HTMLResponse(self._pages.page(name, caller, **said, **(blanks or {})), status)

    def sorry(self, trouble: str, status: int, caller: Caller) -> Response:
        """A page that says why nothing was done."""
        return self.page("sorry", caller, status, trouble=trouble)
