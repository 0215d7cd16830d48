"""`coachbot model export`: the encoder as a graph in whole numbers, accepted only where its vectors mean the same.

Weights in 8 bits, a scale for each channel, and one for what they are multiplied with. The products that narrow a layer again have a scale
for every 128 numbers instead: what goes into them has outliers, and one scale for all loses most there. (Mean cosine, over messages of
every length: 0.990 with one scale everywhere; 0.994 and a tenth slower with the first three of them in full; 0.995 like this.)
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.errors import CoachingError, NoModel

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

MEAN = 0.99  # cosine to the exact vectors, over all messages, that a graph must reach
BLOCK = 128  # numbers that share a scale, in the products that narrow
IN_BYTES = 4  # onnxruntime's name for reckoning in 8 bits
OPSET = 18
LONGEST = 256  # tokens, of an encoder that does not say
WORDS = (1, 5, 20, 60, 150, 400)  # lengths at which the vectors are compared
TOGETHER = 8  # messages in one batch, at one of each length


class NotAccepted(CoachingError):
    """The graph's vectors do not mean the same as the encoder's: it was not kept, and the usual encoder goes on."""


def export(encoder: Path, target: Path, told: Callable[[str], None] = lambda line: None) -> float:
    """Make the graph of an encoder in the folder `target`; the mean cosine of its vectors. NotAccepted, NoModel: nothing was kept."""
    with _quietly(), tempfile.TemporaryDirectory(prefix="coachbot-export-") as scratch:
        model = _opened(encoder)
        _in_simple_steps(model)
        told("Writing the graph (a minute) ...")
        exact, small = Path(scratch) / "exact.onnx", Path(scratch) / "small.onnx"
        _write(model, exact)
        told("To whole numbers ...")
        _shrink(exact, small)
        told("Comparing ...")
        near = accepted(_compared(model, small, encoder))
        _keep(small, encoder, target, model)
    return near


def accepted(near: float) -> float:
    """The mean cosine, if it is near enough; NotAccepted where it is not."""
    if near >= MEAN:
        return near
    raise NotAccepted(f"The graph was not kept: its mean cosine with the encoder is {near:.4f}, and {MEAN} is the least.")


def _opened(encoder: Path) -> SentenceTransformer:
    try:
        import onnx  # noqa: F401
        import onnxruntime  # noqa: F401
        import onnxscript  # noqa: F401

        from bot.nlu.embedder import opened
    except ImportError as error:
        raise NoModel(f"{error.name} is not installed, and the export needs it: install coachbot[fast].") from None
    return opened(encoder)


def _in_simple_steps(model: SentenceTransformer) -> None:
    """Attention in its plain steps, which make a smaller graph than those that are quick in torch."""
    for part in model.modules():
        choose = getattr(part, "set_attn_implementation", None)
        if callable(choose):
            choose("eager")


def _write(model: SentenceTransformer, graph: Path) -> None:
    import torch

    from bot.nlu.fast import INPUTS, Whole

    example = model.preprocess(["one message", "and a longer one beside it"])
    axes = {0: torch.export.Dim("batch", min=1, max=256), 1: torch.export.Dim("tokens", min=2, max=_longest(model))}
    program = torch.onnx.export(
        Whole(model).eval(),
        tuple(example[name] for name in INPUTS),
        dynamo=True,
        input_names=list(INPUTS),
        output_names=["vectors"],
        dynamic_shapes=dict.fromkeys(INPUTS, axes),
        opset_version=OPSET,
        verbose=False,
    )
    assert program is not None
    program.save(str(graph))


def _longest(model: SentenceTransformer) -> int:
    """Tokens that it reads."""
    return model.max_seq_length or LONGEST


def _shrink(exact: Path, small: Path) -> None:
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

    model = onnx.load(exact)
    weights = {each.name: tuple(each.dims) for each in model.graph.initializer}
    products = [node for node in model.graph.node if node.op_type == "MatMul" and node.input[1] in weights]
    widening = [node.name for node in products if weights[node.input[1]][0] <= weights[node.input[1]][-1]]
    by_block = DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=IN_BYTES, bits=8)
    quantizer = MatMulNBitsQuantizer(model, algo_config=by_block, nodes_to_exclude=widening)
    quantizer.process()
    quantizer.model.save_model_to_file(str(exact))
    quantize_dynamic(exact, small, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])


def _compared(model: SentenceTransformer, graph: Path, encoder: Path) -> float:
    """The mean cosine of the vectors of both, at every length, alone and together."""
    import numpy as np

    from bot.nlu.embedder import encoded, nearness
    from bot.nlu.fast import sentence_model

    small, texts = sentence_model(graph, encoder, _longest(model)), _texts()
    exact = encoded(model, texts)
    alone = np.concatenate([encoded(small, [text]) for text in texts])
    return float(np.mean([nearness(exact, alone), nearness(exact, encoded(small, texts))]))


def _texts() -> list[str]:
    """Messages of every length, from one word to more than is read."""
    from bot.nlu.embedder import SAMPLES

    samples = (files("bot.nlu") / SAMPLES).read_text("utf-8").splitlines()
    words = " ".join(samples * 2).split()
    return samples + [" ".join(words[7 * start : 7 * start + length]) for length in WORDS for start in range(TOGETHER)]


def _keep(small: Path, encoder: Path, target: Path, model: SentenceTransformer) -> None:
    """Into the folder: the graph first, then the record that says that it may be used."""
    from bot.nlu.embedder import fingerprint
    from bot.nlu.fast import GRAPH, RECORD, Record, digest

    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    record = Record(digest(small), fingerprint(encoder), _longest(model))
    for name, content in ((GRAPH, small.read_bytes()), (RECORD, json.dumps(record._asdict()).encode())):
        fresh = target / f"{name}.new"
        fresh.write_bytes(content)
        os.replace(fresh, target / name)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without what the libraries say of themselves."""
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(logging.NOTSET)
