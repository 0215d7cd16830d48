"""The model put together: the encoder of a folder, and the heads that were fitted to it. Its libraries are loaded here and not before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from coaching.errors import NoModel

if TYPE_CHECKING:
    from bot.nlu.embedder import TorchEncoder
    from bot.nlu.fast import FastEncoder
    from bot.nlu.heads import Heads
    from bot.nlu.model import Model

HEADS = "heads.safetensors"  # beside a folder's own encoder
RECORD = "fast.json"  # in the folder of a fast one
TRIAL = (Utterance("One message, to see that the parts fit.", asked="Do they?"), Utterance(""))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model that has scored a first message. `encoder` and `dtype` are its names for people; `slow`: why it is not the fast one.

    `second` names the second opinion, if there is one.
    """

    model: Model
    encoder: str
    dtype: str
    slow: str = ""
    second: str = ""

    def named(self) -> dict[str, str]:
        """Its names, and what else there is to say."""
        more = {"slow": self.slow, "second": self.second}
        return {"encoder": self.encoder, "dtype": self.dtype, **{name: told for name, told in more.items() if told}}

    def scores(self, utterances: Sequence[Utterance]) -> list[Scores]:
        """One Scores a message, in their order."""
        return self.model.scores(utterances)


def load_model(path: str = "", dtype: str = "auto", fast: str = "", second: str = "") -> Loaded:
    """The shipped encoder and its heads, or those of the folder that `path` names. NoModel says why it cannot be had.

    With `dtype` "auto" the fast encoder is taken from the folder `fast`, if there is one. `second` is the folder of a second opinion.
    """
    folder = encoder_folder(path)
    from bot.nlu import embedder
    from bot.nlu.model import Model
    from bot.nlu.second import second_opinion

    heads = _heads(folder, known=not path or embedder.digest_of(folder) == embedder.SHIPPED_HASH)
    encoder, slow = _encoder(folder, dtype, fast)
    other = second_opinion(Path(second).expanduser()) if second else None
    model = Model(embedder.Remembering(encoder), heads, other)
    _tried(model, folder)
    return Loaded(model, folder.name if path else embedder.SHIPPED_NAME, encoder.dtype, slow, other.name if other else "")


def encoder_folder(path: str = "") -> Path:
    """The folder that `path` names, or that of the shipped encoder, its weights checked. NoModel where that is not possible."""
    try:
        from bot.nlu import embedder
    except ImportError as error:
        raise NoModel(f"{error.name or 'A package'} is not installed, and the model needs it: run `make setup`.") from None
    return Path(path).expanduser() if path else embedder.checked(embedder.shipped_folder())


def _encoder(folder: Path, dtype: str, fast: str) -> tuple[TorchEncoder | FastEncoder, str]:
    """The fast encoder where one was exported; else the usual one, and why, if there was one that cannot be used."""
    from bot.nlu.embedder import TorchEncoder

    if dtype != "auto" or not fast or not (Path(fast) / RECORD).exists():
        return TorchEncoder(folder, dtype), ""
    from bot.nlu.fast import FastEncoder, NotFast

    try:
        return FastEncoder(Path(fast), folder), ""
    except NotFast as why:
        return TorchEncoder(folder, dtype), str(why)


def _heads(folder: Path, *, known: bool) -> Heads:
    """The folder's own heads; the shipped ones, which were fitted to the shipped encoder and mean nothing to another."""
    from safetensors.numpy import load

    from bot.nlu import adapter
    from bot.nlu.heads import shipped_heads, unpacked

    try:
        own = folder / HEADS
        if own.exists():
            return unpacked(load(own.read_bytes()))
        if not known:
            raise NoModel(f"There is no {HEADS} in {folder}, and the shipped heads do not know this encoder: fit its own with `make nlu`.")
        if not adapter.there():
            raise FileNotFoundError(adapter.FILE)  # the heads were fitted to what it makes of the encoder
        return shipped_heads()
    except FileNotFoundError:
        raise NoModel(
            "The shipped heads, or the adapter they were fitted with, are not there: install the package again, or run `make nlu`."
        ) from None
    except Exception as error:
        if isinstance(error, NoModel):
            raise
        raise NoModel(f"The heads cannot be read ({type(error).__name__}): install the package again, or run `make nlu`.") from None


def _tried(model: Model, folder: Path) -> None:
    """A first message through all of it."""
    try:
        model.scores(TRIAL)
    except Exception as error:
        raise NoModel(f"The heads do not fit the encoder in {folder} ({type(error).__name__}): fit them again with `make nlu`.") from None
