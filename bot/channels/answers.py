"""Reading what somebody answered us, up to a size: nobody can make us hold more."""

from aiohttp import ClientResponse

_PIECE = 65_536


async def read_at_most(answer: ClientResponse, most: int) -> bytes:
    """Read the content of an answer; of a larger one `most` bytes and one more."""
    content = bytearray()
    # one `read(n)` would give what has arrived so far, which may be less than all
    async for piece in answer.content.iter_chunked(_PIECE):
        content += piece
        if len(content) > most:
            break
    return bytes(content[: most + 1])
