"""The child: started by its parent with one end of a socket pair, `python -m coachbot.model.child FOLDER DTYPE FAST SECOND DESCRIPTOR`.

It loads the model, says that it is ready, and scores what comes. What waits is taken all at once, the shortest first, in small
batches, so that a long message does not hold up the short ones. It ends when its parent does.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

from bot.nlu.batches import alike
from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from coachbot.model import wire
from coachbot.model.loading import load_model
from coaching.errors import NoModel

NICENESS = 10  # behind the parent, which answers everybody
ENDED_FIRST = "500"  # of 1000: where memory runs out, the kernel ends the child and not the parent
LATE = "late"


class Scorer(Protocol):
    """What the child serves."""

    def named(self) -> Mapping[str, str]:
        """What is loaded, for people: "encoder", "dtype", and what else there is to say."""
        ...

    def scores(self, utterances: Sequence[Utterance]) -> list[Scores]: ...


def serve(connection: socket.socket, load: Callable[[], Scorer]) -> None:
    """Answer until the other end is closed."""
    step_back()
    asked: SimpleQueue[wire.Frame] = SimpleQueue()
    threading.Thread(target=_listen, args=(connection, asked), daemon=True).start()
    try:
        scorer = load()
    except NoModel as error:
        connection.sendall(wire.framed({"wrong": str(error)}))
        return
    connection.sendall(wire.framed({"ready": scorer.named()}))
    while True:
        for batch in batches(_waiting(asked)):
            connection.sendall(b"".join(answers(scorer, batch)))


def step_back() -> None:
    """The parent goes first: for the processor, and to stay where memory runs out. Ctrl-C is its business: we end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        os.nice(NICENESS)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(ENDED_FIRST, "ascii")


def _listen(connection: socket.socket, asked: SimpleQueue[wire.Frame]) -> None:
    """Queue every request; when the parent is gone, or says what it never would, so are we, whatever is under way."""
    try:
        with connection.makefile("rb") as stream:
            while len(head := stream.read(wire.HEAD.size)) == wire.HEAD.size:
                asked.put(wire.frame_of(stream.read(wire.length_of(head))))
    finally:
        os._exit(0)


def _waiting(asked: SimpleQueue[wire.Frame]) -> list[wire.Frame]:
    """Everything that waits, once something does."""
    found = [asked.get()]
    with contextlib.suppress(Empty):
        while True:
            found.append(asked.get_nowait())
    return found


def batches(frames: Sequence[wire.Frame]) -> Iterator[list[wire.Frame]]:
    """The requests in batches of like length, the shortest first."""
    lengths = [len(str(frame.get("utterance", {}).get("text", ""))) for frame in frames]
    return ([frames[place] for place in places] for places in alike(lengths))


def answers(scorer: Scorer, batch: Sequence[wire.Frame]) -> Iterator[bytes]:
    """An answer to each: its scores, or why there are none. What is too late already is not worked on."""
    now = time.monotonic()
    for frame in batch:
        if frame["until"] < now:
            yield _failed(frame, LATE)
    current = [frame for frame in batch if frame["until"] >= now]
    try:
        found = scorer.scores([wire.utterance_of(frame) for frame in current])
        made = [wire.framed({"id": frame["id"], "scores": scores.by_head}) for frame, scores in zip(current, found, strict=True)]
    except Exception as error:  # one message that cannot be scored must not take the others with it
        if len(current) > 1:
            yield from (answer for frame in current for answer in answers(scorer, [frame]))
        else:
            yield from (_failed(frame, type(error).__name__) for frame in current)
    else:
        yield from made


def _failed(frame: wire.Frame, why: str) -> bytes:
    return wire.framed({"id": frame["id"], "failed": why})


def main(folder: str, dtype: str, fast: str, second: str, descriptor: str) -> None:
    """Serve a model (`load_model`) on an inherited socket."""
    with socket.socket(fileno=int(descriptor)) as connection, contextlib.suppress(OSError):
        serve(connection, lambda: load_model(folder, dtype, fast, second))


if __name__ == "__main__":
    main(*sys.argv[1:])
