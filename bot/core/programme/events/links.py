"""Links in what an editor wrote. Pure."""

import re

_LINK = re.compile(r"https?://[!#-&(-;=?-\[\]_a-~]{1,2000}", re.IGNORECASE | re.ASCII)
_END = ".,;:!?)]"  # of a sentence, not of an address


def split_link(text: str) -> tuple[str, str]:
    """Give a text without its first link, and the link; empty where there is none."""
    found = _LINK.search(text)
    if found is None:
        return text.strip(), ""
    link = found.group().rstrip(_END)
    rest = f"{text[: found.start()]}{text[found.start() + len(link) :]}"
    return " ".join(rest.split(" ")).strip(" \n,;:()"), link
