"""The command line `jourfix`. Parses the words, calls a use case, prints; decides nothing."""

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.channels.terminal.broadcast_flags import add_broadcast
from bot.core.errors import BotError
from bot.core.model import COUNTRIES, LANGUAGES, NETWORKS, SETTINGS

_REVIEW_HELP = """
Examples:
  jourfix review draft.txt                      one draft, for people
  echo "Heute in der Nachtschicht ..." | jourfix review -
  jourfix review draft.txt --organisation acme.yaml --country NL --json
  jourfix review --jsonl drafts.jsonl --organisation acme.yaml > reviews.jsonl

The verdict is go, adjust or ask. The exit status is 0 whatever the verdict, 1 when a line of a
file could not be read, 2 when nothing could be reviewed.
"""

_TEAMS_HELP = """
Reads from the settings (.env):
  JOURFIX_TEAMS_APP_ID    the bot's “Application (client) ID”; needed
  JOURFIX_ADDRESS         https://..., shown to people with /privacy and /terms behind it;
                          JOURFIX_PRIVACY_PAGE and JOURFIX_TERMS_PAGE name other pages

Examples:
  jourfix teams package
  jourfix teams package --out jourfix-1.0.1.zip --app-version 1.0.1

The same settings always make the same bytes. Teams takes a package a second time only with a
higher --app-version. How to get the id and where to upload the zip: README, “Install in Teams”.
"""


_INVITATION_HELP = """
Examples:
  jourfix programme events
  jourfix programme invitation 1a2b3c4d --out jourfix.ics
  jourfix programme invitation 1a2b3c4d --from comms@company.example --to all@company.example
  jourfix programme invitation 1a2b3c4d --from comms@company.example --to all@company.example \\
    --cancel

With --from and --to calendars ask for an answer (METHOD:REQUEST), and with --cancel they take the
event out again (METHOD:CANCEL); --from stays the same for all versions of an event. Without them
the file can be taken in, but not answered (METHOD:PUBLISH).
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows few signs gets the rest
    parser = build_parser()
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "run"):
        parser.print_help()
        return 0
    try:
        return int(chosen.run(chosen))
    except BotError as error:
        print(f"jourfix: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def build_parser() -> argparse.ArgumentParser:
    """Describe every command."""
    parser = argparse.ArgumentParser(
        prog="jourfix",
        description="Checks and coaches what colleagues want to post about their work.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_review(commands)
    _add_ask(commands)
    commands.add_parser("chat", help="talk to the coach in this terminal").set_defaults(
        run=_run_chat
    )
    serve = commands.add_parser(
        "serve",
        help="open the browser chat on this machine (http://127.0.0.1:8080), Slack and Teams",
    )
    serve.add_argument(
        "--web-only", action="store_true", help="only take in; a `worker` answers and delivers"
    )
    serve.set_defaults(run=_run_serve)
    commands.add_parser(
        "worker", help="answer and deliver what `serve --web-only` took in"
    ).set_defaults(run=_run_worker)
    commands.add_parser(
        "clock", help="do what is due beside `serve --web-only`; several of them do no harm"
    ).set_defaults(run=_run_clock)
    commands.add_parser(
        "migrate", help="bring the database to the newest form and record the policy"
    ).set_defaults(run=_run_migrate)
    restored = commands.add_parser(
        "restored",
        help="after restoring a backup, before anything runs: nothing is sent twice",
        description="Holds back whatever may have been sent since the backup was made, and says"
        " how much that is. Run it once, after restoring and before any other process.",
    )
    restored.add_argument("--at", required=True, metavar="MOMENT",
                          help="when the backup was made: 2026-11-22T03:00+01:00")  # fmt: skip
    restored.set_defaults(run=_run_restored)
    commands.add_parser(
        "desk", help="make a link that opens the comms desk in the browser once"
    ).set_defaults(run=_run_desk)
    audit = commands.add_parser("audit", help="check what was done at the comms desk")
    audit_commands = audit.add_subparsers(title="commands", metavar="COMMAND", required=True)
    verify = audit_commands.add_parser(
        "verify",
        help="go along the chain of entries and say whether one was changed",
        description="Goes along the chain of entries. Note the last link that it prints somewhere"
        " else: with --head it shows later whether the end was cut off.",
    )
    verify.add_argument("--head", default="", metavar="LINK", help="a link that was noted before")
    verify.set_defaults(run=_run_audit_verify)
    _add_policies(commands)
    _add_teams(commands)
    add_broadcast(commands, _run_broadcast)
    _add_programme(commands)
    _add_model(commands)
    return parser


def _add_review(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    review = commands.add_parser(
        "review",
        help="check a draft and coach it",
        description="Reviews a draft: go, adjust or ask first; which words, why, and what instead.",
        epilog=_REVIEW_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    review.add_argument(
        "file", nargs="?", metavar="FILE", help="a text file, or - for standard input"
    )
    review.add_argument("--jsonl", metavar="DRAFTS", help="a file with one draft a line, as JSON")
    add_context(review)
    review.add_argument("--json", action="store_true", help="print the review as JSON")
    review.set_defaults(run=_run_review)


def _add_ask(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    ask = commands.add_parser(
        "ask",
        help="ask whether and how to post, like or share",
        description="Answers a question, such as “Dürfen wir vom Kongress posten?”, as JSON.",
    )
    ask.add_argument(
        "text", nargs="?", metavar="TEXT", help="the question, or - for standard input"
    )
    ask.add_argument(
        "--jsonl", metavar="QUESTIONS", help="a file with one question a line, as JSON"
    )
    add_context(ask)
    ask.set_defaults(run=_run_ask)


def add_context(parser: argparse.ArgumentParser) -> None:
    """Add the flags that say what a draft is checked for."""
    parser.add_argument("--organisation", action="append", default=[], metavar="[NAME=]FILE",
                        help="the employer's file; NAME= lets rows choose it")  # fmt: skip
    parser.add_argument("--language", choices=["auto", *LANGUAGES], default="auto",
                        help="the draft's language, where it is too short to tell")  # fmt: skip
    parser.add_argument("--answer-language", choices=LANGUAGES, help="the language you read")
    parser.add_argument("--network", choices=NETWORKS, default="", help="where it will be posted")
    parser.add_argument("--country", choices=COUNTRIES, default="", help="where you work")
    parser.add_argument("--setting", choices=SETTINGS, default="", help="what kind of employer")
    parser.add_argument("--role", default="", help="your work, in your own words")
    parser.add_argument("--date", default="", metavar="DAY", help="the day of posting, 2026-11-22")


def _add_policies(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    policies = commands.add_parser("policies", help="list, show and check the rules")
    actions = policies.add_subparsers(title="actions", metavar="ACTION", required=True)
    actions.add_parser("list", help="list packs and rules").set_defaults(run=_run_policies_list)
    show = actions.add_parser("show", help="show one rule as its readers see it")
    show.add_argument("rule", metavar="RULE")
    show.add_argument("--language", choices=LANGUAGES, help="one language only")
    show.set_defaults(run=_run_policies_show)
    checking = actions.add_parser("check", help="load all packs and lessons, run their examples")
    checking.add_argument("pack", nargs="*", metavar="PACK", help="only these packs' complaints")
    checking.set_defaults(run=_run_policies_check)
    exporting = actions.add_parser("export", help="write the published house rules as files")
    exporting.add_argument("folder", metavar="DIR")
    exporting.set_defaults(run=_run_policies_export)
    importing = actions.add_parser("import", help="publish house rules from files")
    importing.add_argument("folder", metavar="DIR")
    importing.add_argument("--reason", required=True, help="why, for whoever looks later")
    importing.set_defaults(run=_run_policies_import)


def _add_teams(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    teams = commands.add_parser("teams", help="make the app that you upload to Microsoft Teams")
    actions = teams.add_subparsers(title="actions", metavar="ACTION", required=True)
    package = actions.add_parser(
        "package",
        help="write the zip for Teams' admin center",
        description="Packs manifest, translations and icons as the zip that Teams takes.",
        epilog=_TEAMS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    package.add_argument("--out", default="jourfix-teams.zip", metavar="FILE",
                         help="where to write it (jourfix-teams.zip)")  # fmt: skip
    package.add_argument("--app-version", default="", metavar="X.Y.Z",
                         help="the version that Teams shows (1.0.0)")  # fmt: skip
    package.set_defaults(run=_run_teams_package)


def _add_programme(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    programme = commands.add_parser("programme", help="events as files for people's calendars")
    actions = programme.add_subparsers(title="actions", metavar="ACTION", required=True)
    actions.add_parser("events", help="list the events with their ids").set_defaults(
        run=_run_programme_events
    )
    invitation = actions.add_parser(
        "invitation",
        help="write an event as a calendar file, to be mailed",
        description="Writes an event with all its dates as an .ics file.",
        epilog=_INVITATION_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    invitation.add_argument(
        "event", metavar="EVENT", help="its id, from `jourfix programme events`"
    )
    invitation.add_argument("--out", default="jourfix.ics", metavar="FILE",
                            help="where to write it (jourfix.ics)")  # fmt: skip
    invitation.add_argument("--language", choices=LANGUAGES, default="en", help="of its words (en)")
    invitation.add_argument("--from", dest="sender", default="", metavar="ADDRESS",
                            help="the e-mail address that invites")  # fmt: skip
    invitation.add_argument("--to", default="", metavar="ADDRESS", help="who is invited")
    invitation.add_argument("--cancel", action="store_true", help="take it out of the calendars")
    invitation.set_defaults(run=_run_programme_invitation)


def _add_model(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    model = commands.add_parser("model", help="the language model beside the rules")
    actions = model.add_subparsers(title="actions", metavar="ACTION", required=True)
    actions.add_parser(
        "check", help="ask it one harmless question: does it answer, how, and what is left today"
    ).set_defaults(run=_run_model_check)


def _run_review(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.commands import build_review_command  # noqa: PLC0415 - a command loads what it needs

    return build_review_command(chosen).run(
        Path(chosen.file) if chosen.file and chosen.file != "-" else None,
        Path(chosen.jsonl) if chosen.jsonl else None,
        as_json=chosen.json,
    )


def _run_ask(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.dialogues import build_ask_command  # noqa: PLC0415

    return build_ask_command(chosen).run(chosen.text, Path(chosen.jsonl) if chosen.jsonl else None)


def _run_chat(_chosen: argparse.Namespace) -> int:
    from bot.bootstrap.dialogues import build_chat_command  # noqa: PLC0415

    return build_chat_command().run()


def _run_broadcast(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.broadcast import run_broadcast  # noqa: PLC0415

    return run_broadcast(chosen)


def _run_serve(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.server import serve  # noqa: PLC0415

    return serve(web_only=chosen.web_only)


def _run_worker(_chosen: argparse.Namespace) -> int:
    from bot.bootstrap.server import work  # noqa: PLC0415

    return work()


def _run_clock(_chosen: argparse.Namespace) -> int:
    from bot.bootstrap.server import keep_time  # noqa: PLC0415

    return keep_time()


def _run_desk(_chosen: argparse.Namespace) -> int:
    from bot.bootstrap.console_commands import open_desk  # noqa: PLC0415

    return open_desk()


def _run_audit_verify(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.console_commands import verify_audit  # noqa: PLC0415

    return verify_audit(chosen.head)


def _run_migrate(_chosen: argparse.Namespace) -> int:
    from bot.bootstrap.server import migrate  # noqa: PLC0415

    return migrate()


def _run_restored(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.restored import hold_back  # noqa: PLC0415

    return hold_back(chosen.at)


def _run_policies_list(_chosen: argparse.Namespace) -> int:
    from bot.bootstrap.rules import build_policies_command  # noqa: PLC0415

    return build_policies_command().list_rules()


def _run_policies_show(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.rules import build_policies_command  # noqa: PLC0415

    return build_policies_command().show_rule(chosen.rule, chosen.language)


def _run_policies_export(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.house_commands import export_house  # noqa: PLC0415

    return export_house(Path(chosen.folder))


def _run_policies_import(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.house_commands import import_house  # noqa: PLC0415

    return import_house(Path(chosen.folder), chosen.reason)


def _run_policies_check(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.rules import build_policies_command  # noqa: PLC0415

    return build_policies_command().check_packs(chosen.pack)


def _run_teams_package(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.teams_package import write_teams_package  # noqa: PLC0415

    return write_teams_package(Path(chosen.out), chosen.app_version)


def _run_model_check(_chosen: argparse.Namespace) -> int:
    from bot.bootstrap.model_check import check_model  # noqa: PLC0415

    return check_model()


def _run_programme_events(_chosen: argparse.Namespace) -> int:
    from bot.bootstrap.invitation import list_events  # noqa: PLC0415

    return list_events()


def _run_programme_invitation(chosen: argparse.Namespace) -> int:
    from bot.bootstrap.invitation import Asked, write_event_file  # noqa: PLC0415

    asked = Asked(
        chosen.event, Path(chosen.out), chosen.language, chosen.sender, chosen.to, chosen.cancel
    )
    return write_event_file(asked)


if __name__ == "__main__":
    sys.exit(main())
