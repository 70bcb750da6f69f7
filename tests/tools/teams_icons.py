"""Make the icons of the app for Teams out of our own mark: `make icons`. Look at each.

Teams wants one of 192 x 192 that fills its square, which it rounds itself, with the sign in the
middle half, and one of 32 x 32 in white on nothing. Needs Chromium.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from playwright.sync_api import Browser

from bot.channels.teams.app_package import PACKAGE
from bot.channels.web import app
from tests.channels.web.browser import open_browser

MARK = Path(app.__file__).parent / "static" / "icon.svg"
_SVG = "http://www.w3.org/2000/svg"


def main() -> int:
    ET.register_namespace("", _SVG)
    with open_browser() as browser:
        for name, size, svg in (("color", 192, fill_square()), ("outline", 32, draw_outline())):
            (PACKAGE / f"{name}.png").write_bytes(draw(browser, svg, size))
    return 0


def read_mark() -> ET.Element:
    """Read our mark: its ground, then its sign."""
    return ET.parse(MARK).getroot()  # noqa: S314 - a file of ours


def fill_square() -> ET.Element:
    """Give the mark without its round corners."""
    svg = read_mark()
    del svg[0].attrib["rx"]
    return svg


def draw_outline() -> ET.Element:
    """Give the mark with a white line in place of its ground."""
    svg = read_mark()
    place = {"x": "2", "y": "2", "width": "28", "height": "28", "rx": "7"}
    line = {"fill": "none", "stroke": "#fff", "stroke-width": "2"}
    svg[0].attrib.clear()
    svg[0].attrib.update({**place, **line})
    return svg


def draw(browser: Browser, svg: ET.Element, size: int) -> bytes:
    page = browser.new_page(viewport={"width": size, "height": size})
    svg.attrib.update({"width": str(size), "height": str(size), "style": "display: block"})
    page.set_content(f"<body style='margin: 0'>{ET.tostring(svg, encoding='unicode')}</body>")
    picture = page.screenshot(omit_background=True)
    page.close()
    return picture


if __name__ == "__main__":
    sys.exit(main())
