"""A child that is ready at once: the real process and the real wire, with a scorer of three words. Started as the real one is.

    python small_child.py WAY DESCRIPTOR

What a message says is what happens: "sleep 0.5" takes half a second, "fall" raises, "die" ends the process.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Sequence

from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from coachbot.model.child import Scorer, serve
from coachbot.model.wire import HEAD, framed
from coaching.errors import NoModel


class Small:
    """Scores by the length of a message. "seen" tells how many it was given at once."""

    def named(self) -> dict[str, str]:
        return {"encoder": "small", "dtype": "float32"}

    def scores(self, utterances: Sequence[Utterance]) -> list[Scores]:
        return [self._one(utterance.text, len(utterances)) for utterance in utterances]

    def _one(self, text: str, at_once: int) -> Scores:
        match text.split():
            case ["sleep", seconds]:
                time.sleep(float(seconds))
            case ["fall"]:
                raise ValueError(text)
            case ["nothing"]:
                return Scores({"talk": {"change": float("nan")}})
            case ["die"]:
                os._exit(3)
            case _:
                pass
        return Scores({"talk": {"change": len(text) / 100}, "seen": {"at_once": at_once / 100}})


def load_never() -> Scorer:
    time.sleep(60)
    raise NoModel("too late")


def load_wrong() -> Scorer:
    raise NoModel("The encoder is not installed: run `make setup`.")


def main(way: str, descriptor: str) -> None:
    with socket.socket(fileno=int(descriptor)) as connection:
        match way:
            case "sound":
                serve(connection, Small)
            case "never":
                serve(connection, load_never)
            case "wrong":
                serve(connection, load_wrong)
            case "broken":
                os._exit(7)
            case "garbage":
                connection.sendall(framed({"ready": {"encoder": "small"}}) + HEAD.pack(5) + b"hello")
            case "endless":
                connection.sendall(b"\xff" * 64)
            case _:
                raise SystemExit(way)
        time.sleep(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
