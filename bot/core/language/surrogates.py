"""Half a surrogate: JSON may hold one, and it is no text that an encoder or a chat takes."""


def replace_surrogates(text: str) -> str:
    """Give the text with a question mark for each."""
    return text.encode("utf-8", "replace").decode("utf-8")
