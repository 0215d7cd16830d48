"""The child: started by its parent with one end of a socket pair, `python -m coachbot.language.child FOLDER DESCRIPTOR`.

It loads a text-generation pipeline from the folder, says that it is ready, and answers one prompt after the other, a line of JSON each. It
reaches no network, runs no code from the folder, reads no pickled weights, and ends when its parent does.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Any

NICENESS = 10  # behind the parent, which answers everybody, and behind the model that reads
ENDED_FIRST = "800"  # of 1000: where memory runs out, the kernel ends this child before anything else of ours

Complete = Callable[[dict[str, Any]], str]


def serve(connection: socket.socket, load: Callable[[], Complete]) -> None:
    """Answer until the other end is closed."""
    step_back()
    asked: SimpleQueue[dict[str, Any]] = SimpleQueue()
    threading.Thread(target=_listen, args=(connection, asked), daemon=True).start()
    try:
        complete = load()
    except Exception as error:  # whatever it is: it does not pass, a person has to look
        _say(connection, {"wrong": f"The folder holds no text-generation model that can be loaded ({type(error).__name__})."})
        return
    _say(connection, {"ready": True})
    while True:
        _say(connection, _answer(complete, asked.get()))


def _answer(complete: Complete, asked: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"words": complete(asked)}
    except Exception as error:  # one prompt that fails must not end the child
        return {"failed": type(error).__name__}


def step_back() -> None:
    """The parent goes first: for the processor, and to stay where memory runs out."""
    with contextlib.suppress(OSError):
        os.nice(NICENESS)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(ENDED_FIRST, "ascii")


def _listen(connection: socket.socket, asked: SimpleQueue[dict[str, Any]]) -> None:
    """Queue every request; when the parent is gone so are we, whatever is under way."""
    try:
        with connection.makefile("rb") as stream:
            for line in stream:
                asked.put(json.loads(line))
    finally:
        os._exit(0)


def _say(connection: socket.socket, told: dict[str, Any]) -> None:
    connection.sendall(json.dumps(told).encode() + b"\n")


def load_pipeline(folder: str) -> Complete:
    """A text-generation pipeline as a function from a request to its words."""
    from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline

    here = {"local_files_only": True, "trust_remote_code": False}
    tokenizer: Any = AutoTokenizer.from_pretrained(folder, **here)
    model: Any = AutoModelForCausalLM.from_pretrained(folder, use_safetensors=True, **here)
    made: Any = pipeline("text-generation", model=model, tokenizer=tokenizer, device="cpu")

    def complete(asked: dict[str, Any]) -> str:
        limits = {"max_new_tokens": int(asked["longest"]), "max_time": float(asked["within"]), "do_sample": False}
        found = made(_prompt(tokenizer, asked), return_full_text=False, **limits)
        return str(found[0]["generated_text"])

    return complete


def _prompt(tokenizer: Any, asked: dict[str, Any]) -> str | list[dict[str, str]]:
    """A chat where the model knows how to have one, else one text."""
    if tokenizer.chat_template:
        return [{"role": "system", "content": asked["system"]}, {"role": "user", "content": asked["ask"]}]
    return f"{asked['system']}\n\n{asked['ask']}\n"


def main(folder: str, descriptor: str) -> None:
    """Serve the model of a folder on an inherited socket."""
    with socket.socket(fileno=int(descriptor)) as connection, contextlib.suppress(OSError):
        serve(connection, lambda: load_pipeline(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
