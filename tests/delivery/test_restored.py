"""`jourfix restored`, as an operator runs it: the backup is older than what was sent."""

import shutil
from pathlib import Path

import pytest

from bot.core.programme.mailings import Progress
from tests.channels.nursery import Ran, run_module
from tests.channels.running import environment
from tests.delivery.running import Post, make_post
from tests.fakes.slack.platform import FakeSlack


def run_restored(post: Post, at: str) -> Ran:
    surroundings = environment(post.folder, **post.settings)
    return run_module("bot", ("restored", "--at", at), post.folder, surroundings)


def test_nobody_gets_again_what_was_sent_after_the_backup(tmp_path: Path, slack: FakeSlack) -> None:
    post = make_post(slack, tmp_path, {})
    post.days_ahead -= 7  # the mailing was last week, and the command's clock is the machine's
    backup = tmp_path / "backup"
    with post.editor() as editor:
        editor.ask("gather", first=0, count=5, teams=["T1"])
        editor.ask("start", key="tip:1", first=0, count=5, teams=["T1"])
    shutil.copytree(tmp_path, backup)
    with post.editor() as editor, post.sender():
        editor.wait_until("tip:1", lambda one: one.state == "done")
    assert len(slack.posts) == 5
    for file in tmp_path.glob("jourfix.db*"):
        file.unlink()
    shutil.copytree(backup, tmp_path, dirs_exist_ok=True)
    done = run_restored(post, "2026-01-01T03:00+01:00")
    assert (done.returncode, done.err) == (0, b"")
    assert b"5 messages of mailings" in done.out
    with post.editor() as editor, post.sender():
        assert editor.measure("tip:1") == Progress("done", unknown={"restored": 5})
        editor.ask("start", key="tip:2", first=5, count=0, teams=["T1"])
        editor.wait_until("tip:2", lambda one: one.state == "done")
    assert len(slack.posts) == 5


@pytest.mark.parametrize("at", ["yesterday", "2026-11-22T03:00", "2999-01-01T00:00Z"])
def test_what_is_no_moment_of_a_backup_is_refused(
    tmp_path: Path, slack: FakeSlack, at: str
) -> None:
    done = run_restored(make_post(slack, tmp_path, {}), at)
    assert done.returncode == 2
    assert b"Write when the backup was made" in done.err
