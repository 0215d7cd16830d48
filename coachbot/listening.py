"""The address the service listens at, taken before anything else is touched."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from coachbot.settings import Http
from coaching.errors import SettingsError

BACKLOG = 2048  # connections that may wait to be answered


@contextmanager
def listening(http: Http) -> Iterator[list[socket.socket]]:
    """A socket for every address of the host, listening. SettingsError where there is none, or the port is taken."""
    taken: list[socket.socket] = []
    try:
        for family, place in _places(http):
            if (sock := _listen(family, place, http, alone=not taken)) is not None:
                taken.append(sock)
        yield taken
    finally:
        for sock in taken:
            sock.close()


def _places(http: Http) -> list[tuple[socket.AddressFamily, tuple[str, int]]]:
    try:
        found = socket.getaddrinfo(http.host, http.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise _no_host(http) from None
    return sorted({(family, (str(place[0]), http.port)) for family, _, _, _, place in found}, key=lambda each: each[0])


def _listen(family: socket.AddressFamily, place: tuple[str, int], http: Http, *, alone: bool) -> socket.socket | None:
    """The socket; None where this address does not exist here but another of the host did."""
    try:
        return socket.create_server(place, family=family, backlog=BACKLOG)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            mend = "stop what listens there (another coachbot?), or set COACHBOT_HTTP__PORT to a free port"
            raise SettingsError(f"COACHBOT_HTTP__PORT {http.port} is taken on {http.host}: {mend}.") from None
        if error.errno in (errno.EACCES, errno.EPERM):
            raise SettingsError(f"COACHBOT_HTTP__PORT {http.port} is not for this user: take one above 1023.") from None
        if alone:
            raise _no_host(http) from None
        return None


def _no_host(http: Http) -> SettingsError:
    mend = "127.0.0.1 is for this machine alone, 0.0.0.0 for everybody who can reach it"
    return SettingsError(f"COACHBOT_HTTP__HOST {http.host} is no address of this machine: {mend}.")
