"""Whatever bytes come back, listening ends in words or in a trouble; nothing of the SDK gets out."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx2
import openai
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typing_extensions import override

from bot.llm.line import BoundedTransport
from bot.llm.listening import listen
from bot.llm.outcomes import Heard, Trouble
from bot.llm.reading import LONGEST
from tests.fakes.model.server import chunk

_pieces = st.sampled_from(
    [b"data: ", b"data:", b"event: error\n", b"event: thread.x\n", b"\n\n", b"\r\n", b"\n", b"[DONE]", b": ping\n\n", b"id: 7\n", b"retry: 1\n", b"{", b"}", b"[" * 3_000, b"null", b"7", b'""', b'{"error": {"message": "x"}}', b'{"error": 7}', b'{"choices": null}', b'{"choices": [{"delta": {"content": "a"}}]}', b'{"choices": [{"delta": null, "finish_reason": "stop"}]}', b'{"usage": {"prompt_tokens": -1, "completion_tokens": "9"}, "choices": []}', b"\xff\xfe", b"\x00", "🦋".encode()[:2]]
) | st.binary(max_size=6)  # fmt: skip
_leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
_shapes = st.recursive(
    _leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "choices",
                    "delta",
                    "content",
                    "refusal",
                    "finish_reason",
                    "usage",
                    "prompt_tokens",
                    "error",
                    "message",
                    "code",
                    "index",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
_headers = st.dictionaries(
    st.sampled_from(["content-type", "retry-after", "content-encoding", "date"]),
    st.sampled_from(
        [
            "text/event-stream",
            "text/event-stream; charset=utf-16",
            "application/json",
            "",
            "9" * 30,
            "1.5",
            "Sun, 22 Nov 2026 09:00:00 GMT",
            "Sun, 22 Nov 2026 09:00:00",
            "gzip",
            "identity",
        ]
    ),
    max_size=3,
)
_statuses = st.sampled_from(
    [200, 200, 200, 204, 206, 301, 304, 400, 401, 404, 408, 418, 422, 429, 500, 501, 529]
)


class Bytes(httpx2.AsyncByteStream):
    """An answer in pieces."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            yield piece


async def hear(
    status: int, headers: dict[str, str], pieces: list[bytes]
) -> tuple[Trouble | None, Heard]:
    """Listen to an answer that stands in memory."""

    def answer(_request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(status, headers=headers, stream=Bytes(pieces))

    line = httpx2.AsyncClient(transport=BoundedTransport("", httpx2.MockTransport(answer)))
    heard = Heard()
    async with openai.AsyncOpenAI(
        api_key="none", base_url="http://127.0.0.1:9/v1", max_retries=0, http_client=line
    ) as client:
        return await listen(
            client, "tiny", [{"role": "user", "content": "a"}], {}, heard, 1.0
        ), heard


def check(status: int, headers: dict[str, str], pieces: list[bytes]) -> None:
    trouble, heard = asyncio.run(hear(status, headers, pieces))
    assert trouble is not None or (heard.finish and status < 300)
    assert len(heard.text) == heard.length <= LONGEST + sum(map(len, pieces))
    assert trouble is None or trouble.wait is None or 0 <= trouble.wait < 1e12


@settings(max_examples=200)
@given(_statuses, _headers, st.lists(_pieces, max_size=12))
@example(200, {"content-type": "text/event-stream"}, [b"data: " + b"[" * 200_000 + b"\n\n"])
@example(
    200,
    {"content-type": "text/event-stream"},
    [b'data: {"choices": [' + b'{"delta":' * 50_000 + b"\n\n"],
)
@example(200, {"content-type": "text/event-stream"}, [b"data: " + b"9" * 10_000 + b"\n\n"])
@example(400, {}, [b"[" * 200_000])
@example(400, {"content-type": "application/json"}, [b"\xff" * 10])
@example(429, {"retry-after": "\u00b2"}, [])
def test_bytes_of_any_kind_end_in_words_or_in_a_trouble(
    status: int, headers: dict[str, str], pieces: list[bytes]
) -> None:
    check(status, headers, pieces)


@settings(max_examples=150)
@given(st.lists(_shapes, max_size=4))
def test_so_do_events_of_any_shape(shapes: list[object]) -> None:
    events = [f"data: {json.dumps(one)}\n\n".encode() for one in shapes]
    check(200, {"content-type": "text/event-stream"}, events)


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.integers(1, 9))
def test_words_arrive_as_they_were_said_however_the_line_cuts_them(words: str, size: int) -> None:
    said = [chunk(words[:7]), chunk(words[7:]), chunk(finish="stop")]
    sent = b"".join(f"data: {json.dumps(one, ensure_ascii=False)}\n\n".encode() for one in said)
    pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
    trouble, heard = asyncio.run(hear(200, {"content-type": "text/event-stream"}, pieces))
    assert (trouble, heard.text) == (None, words)
