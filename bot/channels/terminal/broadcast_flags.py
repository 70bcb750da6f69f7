"""The words of `jourfix broadcast` on the command line. Nothing else is loaded here."""

import argparse
from collections.abc import Callable

from bot.core.model import LANGUAGES, NETWORKS

_LEVELS = ("starting", "sometimes", "often")
_HELP = """
A broadcast is a message to everybody who joined the programme, to a cohort or to a segment.
Everybody gets it at their local time, within their working hours, never at weekends; whoever has
reached their own limit for this week gets it next week. It can be done in chat as well: say
“broadcasts” to Jourfix.

Examples:
  jourfix broadcast send --text-de de.txt --text-nl nl.txt --dry-run
  jourfix broadcast send --text-en en.txt --cohort Pioneers --at "2026-12-01 10:00"
  echo "The jourfix is on Thursday." | jourfix broadcast send --text-en - --watch
  jourfix broadcast report 3fa2c1
  jourfix broadcast resolve 3fa2c1 leave

Who acts is an editor, named in JOURFIX_EDITORS; with several, say which with --as.

Exit status: 0 done; 1 refused, with the reason; 2 it could not be tried (settings, database, a
file); 3 done, but of some people nobody knows whether they have it: see `report`.
"""
_SEND_HELP = """
A short first line with a blank line after it becomes the title. Whoever reads a language that has
no text of its own gets the --fallback, with a sentence to say so. The texts are reviewed first: a
patient or an identifier never goes out; what a rule wants asked first goes out only with --cleared,
by which you say that it was asked.

A segment (--reads, --level, --network) of fewer than five people is refused, and of fewer than ten
the number is not told, so that nobody is singled out; a cohort may be as small as it is.
"""


def add_broadcast(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """Describe `jourfix broadcast`, whose actions are all run by `run`."""
    broadcast = commands.add_parser(
        "broadcast",
        help="send a message to everybody who joined, and see what became of it",
        description="Sends broadcasts on the database of the server, and shows how far they are.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    broadcast.set_defaults(run=run)
    actions = broadcast.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add(actions, "list", "list the latest broadcasts with their ids")
    _add_one(actions, "show", "show what people get")
    _add_send(actions)
    _add_one(actions, "pause", "let nothing more go out until resumed")
    _add_one(actions, "resume", "go on with what was paused")
    _add_one(actions, "stop", "let nothing more go out, for good; unplan what is only planned")
    report = _add_one(actions, "report", "print the delivery report: who has it, who not and why")
    report.add_argument("--watch", action="store_true", help="stay and show how it goes on")
    resolve = _add_one(actions, "resolve", "decide over those who may or may not have it")
    resolve.add_argument(
        "decision",
        choices=["leave", "send-again"],
        help="leave it at that, or send again (it may arrive twice)",
    )


def _add_send(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    send = _add(actions, "send", "send or plan a broadcast", _SEND_HELP)
    for language in LANGUAGES:
        send.add_argument(f"--text-{language}", metavar="FILE", default="",
                          help=f"what is said ({language}); - is standard input")  # fmt: skip
    send.add_argument("--tip", metavar="ID", default="", help="a lesson of the library as text")
    send.add_argument("--fallback", choices=LANGUAGES, help="the text for all other languages")
    send.add_argument("--cohort", metavar="NAME", default="", help="only this group")
    send.add_argument("--reads", choices=LANGUAGES, default="", help="only who reads this language")
    send.add_argument("--level", choices=_LEVELS, default="", help="only who posts this often")
    send.add_argument("--network", choices=NETWORKS, default="", help="only who is on this network")
    send.add_argument("--at", metavar="MOMENT", default="",
                      help='when, everybody\'s local time: "2026-12-01 10:00"')  # fmt: skip
    send.add_argument("--cleared", action="store_true",
                      help="what a rule wants asked first was asked")  # fmt: skip
    send.add_argument("--dry-run", action="store_true", help="only show what would happen")
    send.add_argument("--watch", action="store_true", help="stay and show how far it is")


def _add_one(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, words: str
) -> argparse.ArgumentParser:
    parser = _add(actions, name, words)
    parser.add_argument("id", metavar="ID", help="as `list` shows it")
    return parser


def _add(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    words: str,
    more: str = "",
) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        name,
        help=words,
        description=f"{words[0].upper()}{words[1:]}.",
        epilog=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--as", dest="editor", metavar="EDITOR", default="",
                        help="who acts, as named in JOURFIX_EDITORS")  # fmt: skip
    parser.set_defaults(action=name)
    return parser
