"""The encoder in whole numbers: a graph made once by `coachbot model export`, run by onnxruntime inside a SentenceTransformer.

A folder holds the graph and a record of what it was made from. It is used only where both hashes are as the record says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules.input_module import InputModule
from torch import Tensor
from transformers import AutoTokenizer

from bot.nlu.embedder import encoded, fingerprint
from bot.nlu.features import Vectors
from coaching.errors import CoachingError

GRAPH, RECORD = "fast.onnx", "fast.json"
DTYPE = "int8"
INPUTS = ("input_ids", "attention_mask")


class NotFast(CoachingError):
    """The fast encoder cannot be used; the message says why. The usual one is used instead."""


class Record(NamedTuple):
    """What a graph was made from: SHA-256 of the graph and of the encoder, and the tokens it reads."""

    graph: str
    encoder: str
    longest: int


class Whole(torch.nn.Module):
    """A SentenceTransformer as what becomes a graph: token numbers in, one vector a text out, whatever its parts make of them."""

    def __init__(self, model: SentenceTransformer) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        features: dict[str, Any] = {"input_ids": input_ids, "attention_mask": attention_mask, "token_type_ids": torch.zeros_like(input_ids)}
        for part in self.model:
            features = part(features)
        vectors: Tensor = features["sentence_embedding"]
        return vectors


class Graph(InputModule):
    """A whole encoder as one graph: token numbers in, one vector a text out, on one thread."""

    def __init__(self, graph: Path, tokenizer: Path, longest: int) -> None:
        super().__init__()
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
        tokens = AutoTokenizer.from_pretrained(str(tokenizer), local_files_only=True)
        self.tokenizer = tokens.backend_tokenizer  # by itself: what stands around it takes five times as long
        self.tokenizer.enable_truncation(longest)
        self.tokenizer.enable_padding(pad_id=tokens.pad_token_id, pad_token=tokens.pad_token)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **more: Any) -> dict[str, Tensor | Any]:
        encodings = self.tokenizer.encode_batch(list(inputs))
        return {
            "input_ids": torch.tensor([each.ids for each in encodings]),
            "attention_mask": torch.tensor([each.attention_mask for each in encodings]),
        }

    def forward(self, features: dict[str, Tensor | Any], **more: Any) -> dict[str, Tensor | Any]:
        (vectors,) = self._session.run(None, {name: features[name].numpy() for name in INPUTS})
        return {**features, "sentence_embedding": torch.from_numpy(vectors)}

    def save(self, output_path: str, *more: Any, safe_serialization: bool = True, **others: Any) -> None:
        raise NotImplementedError


class FastEncoder:
    """Carries out `bot.nlu.embedder.Encoder`. NotFast where the folder's graph is not for this encoder, or not as it was made."""

    dtype = DTYPE

    def __init__(self, folder: Path, encoder: Path) -> None:
        record = record_of(folder)
        if record.encoder != fingerprint(encoder):
            raise NotFast(f"{folder / GRAPH} was made from another encoder: make it again with `coachbot model export`.")
        if record.graph != digest(folder / GRAPH):
            raise NotFast(f"{folder / GRAPH} is not as it was made: make it again with `coachbot model export`.")
        self._model = sentence_model(folder / GRAPH, encoder, record.longest)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(n, dimensions), in the order of the texts."""
        return encoded(self._model, texts)


def sentence_model(graph: Path, encoder: Path, longest: int) -> SentenceTransformer:
    """A graph as a SentenceTransformer, with the tokenizer of its encoder. NotFast where it cannot be run."""
    try:
        return SentenceTransformer(modules=[Graph(graph, encoder, longest)], device="cpu").eval()
    except ImportError:
        raise NotFast("onnxruntime is not installed: install coachbot[fast].") from None
    except Exception as error:
        raise NotFast(f"{graph} cannot be run ({type(error).__name__}): make it again with `coachbot model export`.") from None


def record_of(folder: Path) -> Record:
    """The record in a folder; NotFast where there is none."""
    try:
        return Record(**json.loads((folder / RECORD).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        raise NotFast(f"{folder / RECORD} cannot be read: make it again with `coachbot model export`.") from None


def digest(file: Path) -> str:
    """The SHA-256 of a file; NotFast where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        raise NotFast(f"{file} cannot be read: make it again with `coachbot model export`.") from None
