"""What we send to Teams: done, refused, later, or unknown; never twice by ourselves."""

import asyncio
import contextlib
import dataclasses
import datetime
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.channels.teams.failures import Failure, read_codes, read_failure, read_pause
from bot.channels.teams.gateway import TeamsGateway
from bot.channels.teams.registration import Cloud, Registration
from bot.core.deliveries import Delivered, InDoubt, Outcome, Postponed, Refused
from tests.fakes.ports import FakeClock
from tests.fakes.teams.issuer import make_certificate
from tests.fakes.teams.platform import (
    APP_ID,
    TENANT,
    FakeTeams,
    Fault,
    answer_with,
    lose_answer,
    refuse_too_fast,
)  # fmt: skip

_CHAT = "19:abc/def_1@unq.gbl.spaces;messageid=7"
_ENTITIES = [
    {"type": "https://schema.org/Message", "@type": "Message", "@context": "https://schema.org",
     "additionalType": ["AIGeneratedContent"],
     "citation": [{"@type": "Claim", "position": 1, "appearance": {"name": "GMW, art. 85"}}]},
    {"type": "mention", "text": "<at>Ada</at>", "mentioned": {"id": "29:ada", "name": "Ada"}},
]  # fmt: skip


@contextlib.asynccontextmanager
async def opened(registration: Registration, clock: FakeClock) -> AsyncIterator[TeamsGateway]:
    gateway = TeamsGateway(registration, clock)
    async with gateway.opened():
        yield gateway


@pytest.fixture
async def gateway(
    teams: FakeTeams, registration: Registration, clock: FakeClock
) -> AsyncIterator[TeamsGateway]:
    async with opened(registration, clock) as running:
        assert teams.port
        yield running


async def test_an_activity_arrives_as_it_was_written(
    gateway: TeamsGateway, teams: FakeTeams
) -> None:
    card = {"contentType": "application/vnd.microsoft.card.adaptive",
            "content": {"type": "AdaptiveCard", "version": "1.5", "body": [], "$schema": "x"}}  # fmt: skip
    activity = {
        "type": "message", "text": "Grüße 🌳", "summary": "s", "entities": _ENTITIES, "locale": "de-DE",
        "attachments": [card], "channelData": {"feedbackLoopEnabled": True}, "somethingNew": [1],
    }  # fmt: skip
    outcome = await gateway.post(teams.service_url, _CHAT, activity)
    assert outcome == Delivered(teams.posts[0]["id"])
    call = teams.calls[0]
    assert (call.method, call.conversation, call.activity_id) == ("POST", _CHAT, "")
    assert {name: call.body[name] for name in activity} == activity
    assert call.body["from"] == {"id": f"28:{APP_ID}"}
    assert call.body["conversation"] == {"id": _CHAT}


async def test_the_tenant_is_named_where_it_is_known(
    gateway: TeamsGateway, teams: FakeTeams
) -> None:
    activity = {"text": "a", "channelData": {"notification": {"alert": True}}}
    await gateway.post(teams.service_url, _CHAT, activity, "", TENANT)
    body = teams.calls[0].body
    assert body["conversation"] == {"id": _CHAT, "tenantId": TENANT}
    assert body["channelData"] == {"tenant": {"id": TENANT}, "notification": {"alert": True}}


async def test_an_answer_names_what_it_answers(gateway: TeamsGateway, teams: FakeTeams) -> None:
    outcome = await gateway.post(teams.service_url, _CHAT, {"text": "a"}, reply_to="1:2")
    assert isinstance(outcome, Delivered)
    assert teams.calls[0].activity_id == teams.calls[0].body["replyToId"] == "1:2"
    assert teams.calls[0].body["type"] == "message"


async def test_a_post_is_updated_and_taken_back(gateway: TeamsGateway, teams: FakeTeams) -> None:
    posted = await gateway.post(teams.service_url, _CHAT, {"text": "a"})
    assert isinstance(posted, Delivered)
    changed = await gateway.update(
        teams.service_url, _CHAT, posted.receipt, {"text": "b", "entities": _ENTITIES}
    )
    assert changed == posted
    assert (teams.posts[0]["text"], teams.posts[0]["entities"]) == ("b", _ENTITIES)
    for _ in range(2):  # what is gone already is taken back
        assert await gateway.delete(teams.service_url, _CHAT, posted.receipt) == posted
    assert teams.posts == []
    gone = await gateway.update(teams.service_url, _CHAT, posted.receipt, {"text": "c"})
    assert gone == Refused("message_gone")


async def test_the_chat_with_a_person_is_opened_and_found_again(
    gateway: TeamsGateway, teams: FakeTeams
) -> None:
    chat = await gateway.open_chat(teams.service_url, TENANT, "29:ada")
    assert chat == Delivered(teams.chats["29:ada"])
    assert await gateway.open_chat(teams.service_url, TENANT, "29:ada") == chat
    assert teams.calls[0].body["tenantId"] == TENANT


_LATER_BY_LIMIT = Postponed(7.0, "ratelimited", is_failure=False)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (refuse_too_fast(7), _LATER_BY_LIMIT),
        (answer_with(429), Postponed(30.0, "ratelimited", is_failure=False)),
        (answer_with(412), Postponed(2.0, "busy")),
        (answer_with(400, "BadSyntax"), Refused("BadSyntax")),
        (answer_with(400, "MessageSizeTooBig"), Refused("too_large")),
        (answer_with(400), Refused("400")),
        (answer_with(302), Refused("302")),
        (answer_with(403, "BotNotInConversationRoster"), Refused("removed")),
        (answer_with(403, "ForbiddenOperationException"), Refused("removed")),
        (answer_with(403, "ConversationBlockedByUser"), Refused("blocked")),
        (answer_with(403, "BotDisabledByAdmin"), Refused("disabled")),
        (answer_with(403, "NotEnoughPermissions"), Refused("NotEnoughPermissions")),
        (answer_with(403), Refused("403")),
        (answer_with(404, "ConversationNotFound"), Refused("gone")),
        (answer_with(404, "ActivityNotFoundInConversation"), Refused("message_gone")),
        (answer_with(404), Refused("404")),
        (answer_with(413), Refused("too_large")),
        (answer_with(408), InDoubt("408", None)),
        (answer_with(500), InDoubt("500", None)),
        (answer_with(500, "ServiceError"), InDoubt("500", None)),
        (answer_with(502), InDoubt("502", None)),
        (answer_with(503), InDoubt("503", None)),
        (answer_with(504), InDoubt("504", None)),
        (lose_answer, InDoubt("the answer was lost", None)),
    ],
    ids=[
        "429-in-7", "429", "412", "400-code", "400-large", "400-html", "302", "403-roster",
        "403-personal", "403-blocked", "403-admin", "403-permission", "403", "404-chat",
        "404-message", "404", "413", "408", "500-html", "500", "502", "503", "504", "lost",
    ],
)  # fmt: skip
async def test_what_goes_wrong_with_a_post_is_an_outcome(
    gateway: TeamsGateway, teams: FakeTeams, fault: Fault, outcome: Outcome
) -> None:
    teams.faults.append(fault)
    assert await gateway.post(teams.service_url, _CHAT, {"text": "a"}) == outcome
    assert len(teams.calls) == 1  # and nobody tried again


@pytest.mark.parametrize("fault", [answer_with(500), answer_with(502), answer_with(504)])
async def test_what_changes_nothing_when_repeated_is_tried_again(
    gateway: TeamsGateway, teams: FakeTeams, fault: Fault
) -> None:
    posted = await gateway.post(teams.service_url, _CHAT, {"text": "a"})
    assert isinstance(posted, Delivered)
    for send in (
        lambda: gateway.update(teams.service_url, _CHAT, posted.receipt, {"text": "b"}),
        lambda: gateway.open_chat(teams.service_url, TENANT, "29:ada"),
        lambda: gateway.delete(teams.service_url, _CHAT, posted.receipt),
    ):
        calls = len(teams.calls)
        teams.faults.append(fault)
        outcome = await send()
        assert isinstance(outcome, Postponed)
        assert outcome.is_failure
        assert len(teams.calls) == calls + 1
        assert isinstance(await send(), Delivered)


async def test_a_lost_answer_to_what_can_be_repeated_is_no_doubt(
    gateway: TeamsGateway, teams: FakeTeams
) -> None:
    teams.faults.append(lose_answer)
    opening = await gateway.open_chat(teams.service_url, TENANT, "29:ada")
    assert opening == Postponed(2.0, "the answer was lost")
    posted = await gateway.post(teams.service_url, _CHAT, {"text": "a"})
    assert isinstance(posted, Delivered)
    teams.faults.append(lose_answer)
    changed = await gateway.update(teams.service_url, _CHAT, posted.receipt, {"text": "b"})
    assert not isinstance(changed, InDoubt | Refused)
    assert teams.posts[0]["text"] == "b"


async def test_who_blocked_or_removed_us_is_told_apart(
    gateway: TeamsGateway, teams: FakeTeams
) -> None:
    teams.blocked.add("a:1")
    teams.gone.add("a:2")
    assert await gateway.post(teams.service_url, "a:1", {"text": "a"}) == Refused("blocked")
    assert await gateway.post(teams.service_url, "a:2", {"text": "a"}) == Refused("gone")


async def test_what_is_too_large_is_refused(gateway: TeamsGateway, teams: FakeTeams) -> None:
    outcome = await gateway.post(teams.service_url, _CHAT, {"text": "a" * 120_000})
    assert outcome == Refused("too_large")
    assert teams.posts == []


async def test_a_pause_that_teams_asks_for_is_kept(gateway: TeamsGateway, teams: FakeTeams) -> None:
    teams.faults.append(refuse_too_fast(600))
    await gateway.post(teams.service_url, _CHAT, {"text": "a"})
    outcome = await gateway.post(teams.service_url, _CHAT, {"text": "b"})
    assert isinstance(outcome, Postponed)
    assert not outcome.is_failure
    assert 590 < outcome.seconds <= 600
    assert len(teams.calls) == 1
    assert isinstance(await gateway.post(teams.service_url, "a:2", {"text": "c"}), Delivered)


async def test_a_limit_is_an_outcome_and_no_request(
    gateway: TeamsGateway, teams: FakeTeams
) -> None:
    sends = [gateway.post(teams.service_url, "a:1", {"text": "a"}, "", TENANT) for _ in range(20)]
    outcomes = await asyncio.gather(*sends)
    late = [one for one in outcomes if isinstance(one, Postponed)]
    assert len(late) == 20 - len(teams.posts)
    assert len(teams.posts) in (6, 7)
    assert not any(one.is_failure for one in late)


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "http://127.0.0.1:1/", "", "https://smba.trafficmanager.net:1/"],
)
async def test_a_token_is_not_sent_to_a_stranger(
    gateway: TeamsGateway, teams: FakeTeams, address: str
) -> None:
    assert await gateway.post(address, _CHAT, {"text": "a"}) == Refused("stranger")
    assert await gateway.fetch_file(address, 10) is None
    assert teams.entra_calls == []


@pytest.mark.parametrize("name", ["", ".", ".."])
async def test_an_id_cannot_lead_to_another_address(
    gateway: TeamsGateway, teams: FakeTeams, name: str
) -> None:
    assert await gateway.post(teams.service_url, name, {"text": "a"}) == Refused("gone")
    assert teams.calls == []


async def test_nothing_left_when_nobody_listens(
    registration: Registration, clock: FakeClock
) -> None:
    closed = "http://127.0.0.1:9"  # the discard port: nobody listens
    cloud = dataclasses.replace(registration.cloud, services=(closed,))
    async with opened(dataclasses.replace(registration, cloud=cloud), clock) as running:
        outcome = await running.post(f"{closed}/emea/", _CHAT, {"text": "a"})
    assert outcome == Postponed(1.0, "unreachable")


# --- our own token ---


async def test_one_token_serves_for_everything(gateway: TeamsGateway, teams: FakeTeams) -> None:
    sends = [gateway.post(teams.service_url, f"a:{n}", {"text": "a"}) for n in range(10)]
    assert all(isinstance(one, Delivered) for one in await asyncio.gather(*sends))
    assert len(teams.entra_calls) == 1
    assert teams.entra_calls[0]["tenant"] == TENANT


async def test_a_token_that_is_refused_is_replaced(gateway: TeamsGateway, teams: FakeTeams) -> None:
    await gateway.post(teams.service_url, _CHAT, {"text": "a"})
    teams.revoke_tokens()
    refused = await gateway.post(teams.service_url, _CHAT, {"text": "b"})
    assert refused == Postponed(2.0, "unauthorized")
    assert isinstance(await gateway.post(teams.service_url, _CHAT, {"text": "b"}), Delivered)
    assert len(teams.entra_calls) == 2


@pytest.mark.parametrize("is_down", [True, False])
async def test_without_a_token_nothing_is_sent(
    gateway: TeamsGateway, teams: FakeTeams, is_down: bool
) -> None:
    teams.is_entra_down, teams.secret = is_down, "another secret"
    for number in range(3):
        outcome = await gateway.post(teams.service_url, f"a:{number}", {"text": "a"})
        assert outcome == Postponed(2.0, "no_token")
    assert teams.calls == []
    assert len(teams.entra_calls) == 1  # and Entra is not asked for every message


async def test_a_certificate_serves_in_place_of_a_secret(
    teams: FakeTeams, registration: Registration, clock: FakeClock, tmp_path: Path
) -> None:
    certificate, key = make_certificate("jourfix")
    teams.certificate, path = certificate, tmp_path / "jourfix.pem"
    path.write_bytes(certificate + key)
    certified = dataclasses.replace(registration, secret="", certificate=path)
    async with opened(certified, clock) as gateway:
        assert isinstance(await gateway.post(teams.service_url, _CHAT, {"text": "a"}), Delivered)
    assert "client_secret" not in teams.entra_calls[0]


async def test_a_multi_tenant_bot_gets_its_token_where_all_of_them_do(
    teams: FakeTeams, registration: Registration, clock: FakeClock
) -> None:
    multi = dataclasses.replace(registration, kind="multi", home="")
    async with opened(multi, clock) as gateway:
        assert isinstance(await gateway.post(teams.service_url, _CHAT, {"text": "a"}), Delivered)
    assert teams.entra_calls[0]["tenant"] == "botframework.com"


async def test_a_managed_bot_has_no_secret(
    teams: FakeTeams, registration: Registration, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZURE_POD_IDENTITY_AUTHORITY_HOST", teams.origin)
    managed = dataclasses.replace(registration, kind="managed", secret="")
    async with opened(managed, clock) as gateway:
        for _ in range(3):
            sent = await gateway.post(teams.service_url, _CHAT, {"text": "a"})
            assert isinstance(sent, Delivered)
    assert [one["client_id"] for one in teams.entra_calls] == [APP_ID]
    assert teams.entra_calls[0]["resource"] == "https://api.botframework.com"


def test_a_governments_cloud_has_a_scope_of_its_own() -> None:
    cloud = Cloud("", "https://login.microsoftonline.us")
    assert cloud.scope == "https://api.botframework.us"
    assert cloud.shared_tenant == "MicrosoftServices.onmicrosoft.us"


async def test_the_loop_is_not_held_up_while_a_token_is_fetched(
    gateway: TeamsGateway, teams: FakeTeams
) -> None:
    assert teams.port
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count())
    await gateway.post(teams.service_url, _CHAT, {"text": "a"})
    counting.cancel()
    assert turns > 20


def test_no_secret_is_shown(registration: Registration) -> None:
    assert registration.secret not in repr(registration)


# --- files ---


async def test_a_picture_is_fetched_with_our_token_and_a_file_without(
    gateway: TeamsGateway, teams: FakeTeams
) -> None:
    large = b"a" * 1_000_000  # comes in pieces
    teams.files = {"1": b"picture", "draft.txt": b"a draft", "large.txt": large}
    picture = f"{teams.service_url}v3/attachments/1/views/original"
    assert await gateway.fetch_file(picture, 100) == b"picture"
    assert await gateway.fetch_file(picture, 3) == b"pict"
    assert await gateway.fetch_file(f"{teams.origin}/files/draft.txt", 100) == b"a draft"
    assert await gateway.fetch_file(f"{teams.origin}/files/large.txt", 1_000_000) == large
    assert teams.file_tokens == ["", ""]
    assert await gateway.fetch_file(f"{teams.origin}/files/none", 100) is None


async def test_without_a_token_no_picture_is_fetched(
    gateway: TeamsGateway, teams: FakeTeams
) -> None:
    teams.files, teams.secret = {"1": b"picture"}, "another secret"
    picture = f"{teams.service_url}v3/attachments/1/views/original"
    assert await gateway.fetch_file(picture, 100) is None


def test_files_lie_with_their_owners() -> None:
    cloud = Cloud("", "https://login.microsoftonline.com")
    assert cloud.is_file(
        "https://contoso-my.sharepoint.com/personal/a/_layouts/15/download.aspx?UniqueId=1&tempauth=x"
    )
    assert not cloud.is_file("https://contoso.sharepoint.com.evil.example/a")
    assert not cloud.is_file("http://contoso.sharepoint.com/a")
    assert not cloud.is_service("https://contoso.sharepoint.com/a")


# --- reading answers ---


@pytest.mark.parametrize(
    ("given", "seconds"),
    [("7", 7.0), ("0", 0.0), ("99999", 3600.0), ("9" * 400, 3600.0), ("", None), ("soon", None),
     ("-1", None), ("²", None), ("1.5", None), ("Sun, 22 Nov 2026 09:00:30 GMT", 30.0),
     ("Sun, 22 Nov 2026 08:00:00 GMT", 0.0)],
)  # fmt: skip
def test_a_pause_is_read(given: str, seconds: float | None) -> None:
    now = datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC)
    assert read_pause(given, now) == seconds


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({}, ()), ({"error": "no"}, ()), ({"error": {"code": "A", "message": "{"}}, ("A",)),
        ({"errorCode": 209, "message": '{"subCode": "B", "errorCode": null}'}, ("209", "B")),
        ({"error": {"code": "A", "innerHttpError": {"code": "C"}}, "subCode": "D"}, ("A", "C", "D")),
        ({"message": "[" * 100_000, "error": []}, ()), ({"message": "{" * 100_000}, ()),
    ],
)  # fmt: skip
def test_the_codes_of_an_error_are_read(said: dict[str, object], codes: tuple[str, ...]) -> None:
    assert read_codes(said) == codes


def test_a_pause_beside_503_says_that_nothing_was_done() -> None:
    assert read_failure(Failure(503, pause=4.0), is_repeatable=False) == Postponed(4.0, "503")


def test_no_status_but_success_is_done() -> None:
    for status in range(300, 600):
        again = read_failure(Failure(status), is_repeatable=True)
        once = read_failure(Failure(status), is_repeatable=False)
        assert not isinstance(again, Delivered | InDoubt)
        assert not isinstance(once, Delivered)


@pytest.mark.parametrize(
    "body", ["", "<html>", "[1]", '{"id": 7}', '{"id": {"a": 1}}', "[" * 100_000, '{"id": null}']
)
async def test_done_is_done_whatever_it_says(
    gateway: TeamsGateway, teams: FakeTeams, body: str
) -> None:
    teams.faults.append(lambda _call: web.Response(text=body, content_type="application/json"))
    assert await gateway.post(teams.service_url, _CHAT, {"text": "a"}) == Delivered("")


async def test_many_messages_share_one_token(gateway: TeamsGateway, teams: FakeTeams) -> None:
    sends = [
        gateway.post(teams.service_url, f"a:{number}", {"text": "a"}, "", f"tenant-{number}")
        for number in range(200)
    ]
    assert all(isinstance(one, Delivered) for one in await asyncio.gather(*sends))
    assert len(teams.posts) == 200
    assert len(teams.entra_calls) == 1
