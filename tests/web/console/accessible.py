"""What a page must be for everybody: axe finds nothing, one heading, nothing wider than the screen."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.channels.running import RunningServer

_AXE = Axe()
# In the dark only the colours differ.
_LOOKS = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}
PHONE: ViewportSize = {"width": 390, "height": 800}
DESKTOP: ViewportSize = {"width": 1280, "height": 850}


def open_desk(page: Page, server: RunningServer) -> None:
    """Come in through the link that Jourfix printed at its start."""
    (line,) = server.find_lines("/desk/enter")
    found = re.search(r"http://\S+", line)
    assert found
    page.goto(found.group())


def find_faults(page: Page) -> list[str]:
    """List what keeps somebody from using a page: with a screen reader, a phone, in the dark."""
    faults = []
    for look, rules in _LOOKS.items():
        page.emulate_media(color_scheme=look)  # type: ignore[arg-type]
        for fault in _AXE.run(page, options=rules).response["violations"]:
            places = ", ".join(str(node["target"]) for node in fault["nodes"][:3])
            faults.append(f"{look}: {fault['id']}: {places}")
    if page.locator("h1").count() != 1:
        faults.append("there is not one h1")
    page.set_viewport_size(PHONE)
    too_wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if too_wide > 0:
        faults.append(f"on a phone it is {too_wide} px too wide")
    page.set_viewport_size(DESKTOP)
    return faults
