"""The browser chat's wire: only our own page on this machine gets an answer; limits hold."""

import json
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.channels.running import RunningServer, WebPerson, serve

DRAFT = "Heute feiern wir unser Zelvaro, und ich bin stolz auf alle im Team."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    with serve(tmp_path_factory.mktemp("serve")) as running:
        yield running


def open_page(server: RunningServer) -> WebPerson:
    person = WebPerson(server.port)
    person.open_page("de")
    return person


def test_the_page_has_no_inline_code_and_its_headers_forbid_it(server: RunningServer) -> None:
    response, body = WebPerson(server.port).request("GET", "/")
    policy = response.getheader("Content-Security-Policy", "")
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "<script>" not in body
    assert "HttpOnly" in response.getheader("Set-Cookie", "")
    assert "SameSite=strict" in response.getheader("Set-Cookie", "")


@pytest.mark.parametrize("host", ["evil.example", "192.168.0.7:8080", "127.0.0.1.evil.example"])
def test_another_host_name_is_refused(server: RunningServer, host: str) -> None:
    response, _ = WebPerson(server.port).request("GET", "/", headers={"Host": host})
    assert response.status == 403


def test_another_site_cannot_speak_for_the_person(server: RunningServer) -> None:
    person = open_page(server)
    assert person.post({"text": DRAFT}, Origin="https://evil.example") == 403


def test_another_person_cannot_read_or_speak_in_a_conversation(server: RunningServer) -> None:
    ada, eve = open_page(server), open_page(server)
    eve.conversation = ada.conversation
    assert eve.post({"text": DRAFT}) == 400
    response, _ = eve.request(
        "GET", f"/events?conversation={ada.conversation}", headers={"Cookie": eve.cookie}
    )
    assert response.status == 404


@pytest.mark.parametrize(
    "payload",
    [{}, {"text": 7}, {"choice": {"action": 1}}, {"choice": {"action": "explain", "value": []}}],
)
def test_a_broken_payload_is_refused(server: RunningServer, payload: dict[str, object]) -> None:
    assert open_page(server).post(payload) == 400


@pytest.mark.parametrize("body", [b"", b"[1]", b"nope", b"[" * 50_000, b"\xff\xfe"])
def test_a_broken_body_is_refused(server: RunningServer, body: bytes) -> None:
    person = open_page(server)
    response, _ = person.request(
        "POST",
        "/say",
        body,
        {
            "Content-Type": "application/json",
            "Origin": f"http://127.0.0.1:{server.port}",
            "Cookie": person.cookie,
        },
    )
    assert response.status == 400


def test_a_body_without_end_is_cut_off(server: RunningServer) -> None:
    assert open_page(server).post({"text": "a" * 400_000}) == 400


def test_too_long_a_draft_gets_a_sentence(server: RunningServer) -> None:
    person = open_page(server)
    person.say("Wort " * 2_400)
    said = person.read()
    assert said.kind == "too-long"
    assert "10000" in said.words


def test_markup_in_a_draft_stays_text(server: RunningServer) -> None:
    person = open_page(server)
    person.say(DRAFT + " <img src=x onerror=alert(1)> <b>fett</b>")
    said = person.read()
    assert "<img" not in said.markup
    assert "<b>" not in said.markup
    assert "<b>fett</b>" in said.words


def test_a_page_that_reconnects_gets_what_it_missed(server: RunningServer) -> None:
    person = open_page(server)
    person.say(DRAFT)
    first = person.read()
    again = WebPerson(server.port, person.cookie, person.conversation)
    again.follow()
    assert again.read().words == first.words


def test_health_answers(server: RunningServer) -> None:
    response, body = WebPerson(server.port).request("GET", "/health")
    assert response.status == 200
    assert json.loads(body)["status"] == "ok"


def test_the_server_says_where_it_is_and_logs_no_draft(server: RunningServer) -> None:
    person = open_page(server)
    person.say(DRAFT)
    person.read()
    log = "".join(server.log)
    assert f"http://127.0.0.1:{server.port}" in log
    assert "Zelvaro" not in log


def test_an_open_page_gets_its_answer_and_does_not_hold_up_the_end(tmp_path: Path) -> None:
    with serve(tmp_path) as server:
        person = open_page(server)
        person.say(DRAFT)
        person.read()  # the first draft waits until everything is loaded; the next does not
        person.say(DRAFT)
        server.process.terminate()
        assert person.read().kind == "review"
        server.process.wait(30)
    assert not any("timeout graceful shutdown" in line for line in server.log)


def test_a_taken_port_is_explained(server: RunningServer, tmp_path: Path) -> None:
    with (
        pytest.raises(AssertionError, match="set JOURFIX_PORT"),
        serve(tmp_path, JOURFIX_PORT=str(server.port)),
    ):
        pass


def send_file(person: WebPerson, name: str, data: bytes, **headers: str) -> int:
    told = urlencode({"conversation": person.conversation, "name": name})
    own = {
        "Content-Type": "application/octet-stream",
        "Origin": f"http://127.0.0.1:{person.port}",
        "Cookie": person.cookie,
    }
    response, _ = person.request("POST", f"/file?{told}", data, {**own, **headers})
    return response.status


def test_files_are_taken_as_in_the_other_chats(server: RunningServer) -> None:
    person = open_page(server)
    assert send_file(person, "entwurf.txt", DRAFT.encode()) == 202
    assert person.read().kind == "review"
    assert send_file(person, "export.csv", b"Link;Impressionen\r\nhttps://a.example/;1\r\n") == 202
    assert "mitmach" in person.read().words.lower()
    assert send_file(person, "bild.exe", b"MZ") == 202
    assert "nicht lesen" in person.read().words
    assert send_file(person, "large.csv", b"a;b\n" * 1_000_001) == 202
    assert person.read().kind == "export-refused"


def test_a_file_comes_from_our_page_and_into_ones_own_conversation(server: RunningServer) -> None:
    ada, eve = open_page(server), open_page(server)
    assert send_file(ada, "a.txt", b"x", Origin="https://evil.example") == 403
    assert send_file(ada, "a" * 300, b"x") == 400
    assert send_file(ada, "a.txt", b"x", **{"Content-Type": "text/plain"}) == 400
    eve.conversation = ada.conversation
    assert send_file(eve, "a.txt", b"x") == 400


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Vorlage"), ("nl", "sjabloon"), ("en", "template")]
)
def test_the_empty_table_is_a_link_on_the_page(
    server: RunningServer, language: str, word: str
) -> None:
    person = WebPerson(server.port)
    person.open_page(language)
    person.say(word)
    found = re.search(r'href="(/numbers/[^"]+)"', person.read().markup)
    assert found
    response, body = person.request("GET", found.group(1), headers={"Host": "jourfix.example"})
    assert response.status == 200
    assert response.getheader("Content-Type") == "text/csv; charset=utf-8"
    assert body.count(";") == 7
    assert person.request("GET", "/numbers/x.csv")[0].status == 404
