"""A rule of a house about its canteen, written, tried and published at the desk."""

from tests.web.console.desk import Desk, Visitor

AT = "/desk/house-rules"
RULE = {
    "name": "canteen-secret",
    "topic": "confidential",
    "severity": "adjust",
    "kind": "terms",
    "source": "House rules",
    "section": "4",
    "limit_of": "hashtags",
    "en.message": "“{found}” is a word of ours.",
    "en.why": "Others need not know it.",
    "en.fix": "Leave it out.",
    "en.words": "moonberry soup",
    "en.bad": "We cooked the [[moonberry soup]] today.",
    "en.good": "We cooked soup for everybody today.",
}


def find_pages(desk: Desk):
    return next(one for one in desk.console.sections if type(one).__name__ == "HousePages")


async def write_rule(editor: Visitor, **other: str) -> None:
    await editor.open(f"{AT}/rule")
    await editor.send(f"{AT}/rule/keep", {**RULE, **other})


async def try_draft(desk: Desk, editor: Visitor) -> None:
    await editor.send(f"{AT}/try")
    await find_pages(desk).trying.finish()
    await editor.open(f"{AT}/trial")
