"""Export files as people have them, each read rightly."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from bot.core.programme.numbers import (
    ColumnQuestion,
    DateQuestion,
    Note,
    NumbersRead,
    PostNumbers,
    accept_suggestions,
)
from bot.files.exports.csv_template import write_template
from bot.files.exports.reading import ExportReader
from tests.files.exports.builders import (
    DECEMBER_12,
    DECEMBER_14,
    DECEMBER_16,
    POST,
    Sheets,
    change_part,
    make_csv,
    make_excel,
    make_google,
    make_libreoffice,
    make_number,
    make_xls,
    member_sheets,
    page_sheets,
    read_part,
)

Read = Callable[..., NumbersRead]
MAKERS: Mapping[str, Callable[[Sheets], bytes]] = {
    "excel": make_excel,
    "libreoffice": make_libreoffice,
    "google": make_google,
    "xls": make_xls,
}
A, B, C = (POST.format(number) for number in (DECEMBER_16, DECEMBER_12, DECEMBER_14))


def by_link(read: NumbersRead) -> dict[str, PostNumbers]:
    return {post.link: post for post in read.posts}


@pytest.fixture(params=MAKERS)
def make(request: pytest.FixtureRequest) -> Callable[[Sheets], bytes]:
    return MAKERS[request.param]


def test_both_tables_of_a_member_meet_at_the_post(
    read: Read, make: Callable[[Sheets], bytes]
) -> None:
    sheets = member_sheets(
        [[A, "12/16/2025", 3], [B, "12/12/2025", 2]],
        [[C, "12/14/2025", 1358], [f"{A}?utm_source=x", "12/16/2025", 631]],
    )
    posts = by_link(read(make(sheets)))
    assert set(posts) == {A, B, C}
    assert (posts[A].engagements, posts[A].impressions) == (3, 631)
    assert (posts[B].engagements, posts[B].impressions) == (2, None)
    assert (posts[C].engagements, posts[C].impressions) == (None, 1358)
    assert posts[A].posted_on == datetime.date(2025, 12, 16)


def test_the_newer_form_has_only_texts(read: Read) -> None:
    sheets = member_sheets([[A, "12/16/2025", "1,003"]], [[A, "12/16/2025", "21.358"]])
    outcome = read(make_google(sheets))
    assert [(post.engagements, post.impressions) for post in outcome.posts] == [(1003, 21358)]
    assert outcome.notes == outcome.questions == ()


def test_a_page_has_a_description_above_its_headers(
    read: Read, make: Callable[[Sheets], bytes]
) -> None:
    day = "12/14/2025" if make in (make_google, make_libreoffice) else datetime.date(2025, 12, 14)
    sheets = page_sheets([{
        "Post title": "Our night shift 🌙\nand more", "Post link": C, "Posted by": "Ada Novak", "Created date": day,
        "Impressions": 1358, "Clicks": 12, "Click through rate (CTR)": 0.0088, "Likes": 30, "Comments": 4,
        "Reposts": 2, "Follows": 1, "Engagement rate": 0.0353, "Content Type": "Image",
    }])  # fmt: skip
    outcome = read(make(sheets))
    assert outcome.posts == (
        PostNumbers(
            link=C, title="Our night shift 🌙 and more", posted_on=datetime.date(2025, 12, 14), impressions=1358,
            clicks=12, reactions=30, comments=4, shares=2, followers_gained=1, engagement_rate=0.0353,
        ),
    )  # fmt: skip
    assert outcome.questions == ()


def test_a_single_posts_export_stands_upright(read: Read) -> None:
    rows = [
        ["Post URL", A], ["Post Date", "12/16/2025"], ["Post Publish Time", "4:28 AM"], [],
        ["Post Performance"], ["Impressions", "1,234"], ["Members reached", 987], ["Reactions", 40],
        ["Comments", 8], ["Reposts", 2], ["Saves", 5], ["Sends on LinkedIn", 4],
        ["Profile viewers from this post", 12], ["Followers gained from this post", 3],
        ["Category", "Value", "%"], ["Job title", "Nurse", "12%"],
    ]  # fmt: skip
    demographics = [["Category", "Value", "Percentage"], ["Location", "Utrecht", 0.3]]
    outcome = read(make_excel({"PERFORMANCE": rows, "TOP DEMOGRAPHICS": demographics}))
    assert outcome.posts == (
        PostNumbers(
            link=A, posted_on=datetime.date(2025, 12, 16), impressions=1234, members_reached=987, reactions=40,
            comments=8, shares=2, saves=5, sends=4, profile_views=12, followers_gained=3,
        ),
    )  # fmt: skip
    assert outcome.questions == ()


def test_a_single_posts_export_in_german_is_asked_about(read: Read) -> None:
    rows = [
        ["Beitragsadresse", A],
        ["Datum", "16.12.2025"],
        ["Impressions", "1.234"],
        ["Applaus", "7"],
    ]
    data = make_csv(rows)
    asked = read(data)
    assert [(post.link, post.impressions) for post in asked.posts] == [(A, 1234)]
    suggested = [
        (one.header, one.suggestion) for one in asked.questions if isinstance(one, ColumnQuestion)
    ]
    assert suggested == [("Datum", "posted_on"), ("Applaus", "")]
    answered = read(
        data, answers={**accept_suggestions(asked.questions), "column:applaus": "reactions"}
    )
    assert (answered.posts[0].posted_on, answered.posts[0].reactions) == (
        datetime.date(2025, 12, 16),
        7,
    )


def test_a_members_export_without_posts_is_no_failure(read: Read) -> None:
    outcome = read(make_excel(member_sheets([], [])))
    assert (outcome.posts, [note.kind for note in outcome.notes]) == ((), ["no-posts"])


@pytest.mark.parametrize(("mark", "coding", "bom"), [
    (";", "utf-8", b""), (";", "utf-8", b"\xef\xbb\xbf"), (",", "utf-8", b""), ("\t", "utf-16-le", b"\xff\xfe"),
    ("\t", "utf-16-be", b"\xfe\xff"), (";", "utf-16-le", b""),
])  # fmt: skip
def test_our_table_is_read_however_it_was_saved(
    read: Read, mark: str, coding: str, bom: bytes
) -> None:
    rows = [["Link zum Beitrag", "Titel", "Gepostet am", "Impressionen", "Engagement-Rate"]]
    rows.append([A, "Grüße aus der Küche", "16.12.2025", "1.234", "12.5 %"])
    outcome = read(make_csv(rows, mark, coding, bom), "zahlen.csv")
    assert outcome.posts == (
        PostNumbers(
            A, "Grüße aus der Küche", datetime.date(2025, 12, 16), 1234, engagement_rate=0.125
        ),
    )
    assert outcome.notes == outcome.questions == ()


def test_a_csv_of_an_old_machine_is_read_and_told(read: Read) -> None:
    rows = [["Titel", "Gepostet am", "Reaktionen"], ["Grüße", "3. März 2026", "7"]]
    outcome = read(make_csv(rows, ";", "cp1252"), "zahlen.csv")
    assert outcome.posts == (
        PostNumbers(title="Grüße", posted_on=datetime.date(2026, 3, 3), reactions=7),
    )
    assert outcome.notes == (Note("not-utf8"),)


def test_excels_own_line_about_the_mark_is_understood(read: Read) -> None:
    data = b"sep=|\r\nLink|Impressions\r\n" + A.encode() + b"|1,234\r\n"
    assert [post.impressions for post in read(data, "n.csv").posts] == [1234]


@pytest.mark.parametrize("language", ["de", "nl", "en"])
def test_the_empty_table_can_be_filled_and_read(
    reader: ExportReader, read: Read, language: str
) -> None:
    template = write_template(language, reader.aliases)  # type: ignore[arg-type]
    filled = template + f"{A};Dank aan het team;2025-12-16;100;9;8;7;6\r\n".encode()
    outcome = read(filled, "template.csv")
    assert outcome.posts == (
        PostNumbers(
            A, "Dank aan het team", datetime.date(2025, 12, 16), 100, reactions=9, comments=8, shares=7, clicks=6
        ),
    )  # fmt: skip
    assert outcome.questions == ()


@pytest.mark.parametrize("make_book", [make_excel, make_xls])
def test_days_that_are_dates_in_the_file_stay_the_same(
    read: Read, make_book: Callable[[Sheets], bytes]
) -> None:
    rows = [["Link", "Posted on", "Impressions"], [A, datetime.date(2025, 12, 16), 5]]
    assert read(make_book({"Mine": rows})).posts[0].posted_on == datetime.date(2025, 12, 16)


def test_days_counted_from_1904_stay_the_same(read: Read) -> None:
    rows = [["Link", "Posted on", "Impressions"], [A, datetime.date(2025, 12, 16), 5]]
    data = make_excel({"Mine": rows}, first_year=1904)
    assert read(data).posts[0].posted_on == datetime.date(2025, 12, 16)


@pytest.mark.parametrize(("texts", "days"), [
    (["3/11/2026", "30/11/2026"], [(2026, 11, 3), (2026, 11, 30)]),
    (["11/3/2026", "11/30/2026"], [(2026, 11, 3), (2026, 11, 30)]),
    (["3-11-2026", "30-11-2026"], [(2026, 11, 3), (2026, 11, 30)]),
    (["03.11.2026", "4. Dez. 2026"], [(2026, 11, 3), (2026, 12, 4)]),
    (["3 nov. 2026", "30 maart 2026"], [(2026, 11, 3), (2026, 3, 30)]),
])  # fmt: skip
def test_days_as_texts_are_told_by_their_column(
    read: Read, texts: list[str], days: list[tuple[int, int, int]]
) -> None:
    rows = [["Title", "Posted on", "Impressions"], *([text, text, 1] for text in texts)]
    assert [post.posted_on for post in read(make_csv(rows)).posts] == [
        datetime.date(*day) for day in days
    ]


def test_a_day_that_nothing_tells_is_asked_for(read: Read) -> None:
    rows = [["Title", "Posted on", "Impressions"], ["Thanks", "11/3/2026", 5]]
    data = make_csv(rows)
    asked = read(data)
    question = DateQuestion(
        "n.csv", "Posted on", "11/3/2026", datetime.date(2026, 3, 11), datetime.date(2026, 11, 3)
    )
    assert [
        (one.header, one.example) for one in asked.questions if isinstance(one, DateQuestion)
    ] == [("Posted on", "11/3/2026")]
    assert asked.posts[0].posted_on is None
    answered = read(data, "n.csv", {question.key: "day-first"})
    assert (answered.posts[0].posted_on, answered.questions) == (datetime.date(2026, 3, 11), ())
    answered = read(data, "n.csv", {question.key: "month-first"})
    assert answered.posts[0].posted_on == datetime.date(2026, 11, 3)


def test_the_days_of_a_week_elsewhere_tell_the_order(read: Read) -> None:
    share = "https://www.linkedin.com/posts/ada_x-share-123456789-aB"  # its number tells no day
    week = [[f"6/{day}/2026", 5, 1] for day in range(1, 8)]
    sheets = member_sheets([[share, "6/3/2026", 3]], [[share, "6/3/2026", 30]], week)
    outcome = read(make_google(sheets))
    assert (outcome.posts[0].posted_on, outcome.questions) == (datetime.date(2026, 6, 3), ())


def test_words_of_a_post_tell_nothing_of_dates(read: Read) -> None:
    rows = [["Title", "Posted on", "Impressions"], ["See you on 30/12/2026", "11/3/2026", 5]]
    outcome = read(make_csv(rows))
    assert [type(question) for question in outcome.questions] == [DateQuestion]


def test_the_number_of_a_post_tells_the_order(read: Read) -> None:
    link = POST.format(make_number(datetime.date(2026, 3, 11)))
    rows = [["Link", "Posted on", "Impressions"], [link, "11/3/2026", 5]]
    outcome = read(make_csv(rows))
    assert (outcome.posts[0].posted_on, outcome.questions) == (datetime.date(2026, 3, 11), ())


def test_a_column_that_nobody_knows_is_asked_for_and_left_alone(read: Read) -> None:
    rows = [["Link", "Impressions", "Applause", "Note to self"], [A, 5, 7, "x"], [B, 6, 8, None]]
    data = make_csv(rows)
    asked = read(data, "Mine")
    assert asked.questions == (
        ColumnQuestion("Mine", "Applause", ("7", "8")),
        ColumnQuestion("Mine", "Note to self", ("x",)),
    )
    assert [post.reactions for post in asked.posts] == [None, None]
    told = {"column:applause": "reactions", "column:note to self": "leave-out"}
    answered = read(data, "Mine", told)
    assert [post.reactions for post in answered.posts] == [7, 8]
    assert answered.questions == ()


def test_a_header_that_is_only_likely_is_asked_for(read: Read) -> None:
    rows = [
        ["Beitrags-URL", "Erstellungsdatum", "Aufrufe", "Kommentare"],
        [A, "16.12.2025", "1.234", "3"],
    ]
    data = make_csv(rows)
    asked = read(data)
    assert [(post.link, post.impressions, post.comments) for post in asked.posts] == [(A, None, 3)]
    answered = read(data, "export.xlsx", accept_suggestions(asked.questions))
    assert [(post.posted_on, post.impressions) for post in answered.posts] == [
        (datetime.date(2025, 12, 16), 1234)
    ]
    assert answered.questions == ()


def test_an_export_in_a_language_we_do_not_speak_is_asked_about(read: Read) -> None:
    rows = [["50 postów"], [], ["Adres posta", "Data", "Wyświetlenia"], [A, "2025-12-16", 7]]
    data = make_excel({"NAJLEPSZE POSTY": rows})
    asked = read(data)
    headers = [question.header for question in asked.questions]
    assert [(post.link, post.impressions) for post in asked.posts] == [(A, None)]
    assert headers == ["Data", "Wyświetlenia"]
    answered = read(
        data, "e.xlsx", {"column:data": "posted_on", "column:wyświetlenia": "impressions"}
    )
    assert (answered.posts[0].posted_on, answered.posts[0].impressions) == (
        datetime.date(2025, 12, 16),
        7,
    )


def test_a_column_without_a_header_is_named_by_its_letter(read: Read) -> None:
    outcome = read(make_csv([["Link", "Impressions", None], [A, 5, 9]]), "Mine")
    assert outcome.questions == (ColumnQuestion("Mine", "C", ("9",)),)


@pytest.mark.parametrize("make_book", [make_excel, make_xls])
def test_a_table_may_begin_anywhere(read: Read, make_book: Callable[[Sheets], bytes]) -> None:
    rows = [[], [None, None, "Link", "Impressions", None], [None, None, A, 5, 9]]
    outcome = read(make_book({"Mine": rows}))
    assert [(post.link, post.impressions) for post in outcome.posts] == [(A, 5)]
    assert [question.header for question in outcome.questions] == ["E"]


def test_the_same_header_twice_is_read_once_and_asked_for(read: Read) -> None:
    data = make_csv([["Link", "Impressions", "Impressions"], [A, 5, 9]])
    outcome = read(data, "Mine")
    assert [post.impressions for post in outcome.posts] == [5]
    assert outcome.questions == (ColumnQuestion("Mine", "Impressions (C)", ("9",)),)
    answered = read(data, "Mine", {outcome.questions[0].key: "members_reached"})
    assert [(post.impressions, post.members_reached) for post in answered.posts] == [(5, 9)]


def test_rows_that_stand_twice_become_one_post(read: Read) -> None:
    rows = [
        ["Link", "Impressions", "Comments"],
        [A, 5, 2],
        [f"{A}/?trk=x", 5, 2],
        [B, 1, 1],
        [B, 3, 1],
    ]
    outcome = read(make_csv(rows))
    assert [(post.link, post.impressions) for post in outcome.posts] == [(A, 5), (B, 3)]
    assert set(outcome.notes) == {Note("rows-merged", 2), Note("higher-kept", 1)}


def test_links_with_emoji_meet_at_the_post(read: Read) -> None:
    one = f"https://www.linkedin.com/posts/ada_🎉-geschafft-activity-{DECEMBER_16}-aBcd"
    other = f"https://www.linkedin.com/posts/ada_%F0%9F%8E%89-geschafft-activity-{DECEMBER_16}-aBcd?rcm=Q"
    sheets = member_sheets([[one, "12/16/2025", 3]], [[other, "12/16/2025", 30]])
    outcome = read(make_libreoffice(sheets))
    assert [(post.link, post.engagements, post.impressions) for post in outcome.posts] == [
        (A, 3, 30)
    ]


def test_what_is_no_number_is_left_out_and_told(read: Read) -> None:
    rows = [["Link", "Impressions", "Comments"], [A, "1.2K", 2], [B, "#REF!", "-"], ["Total", 7, 7]]
    outcome = read(make_csv(rows))
    assert [(post.impressions, post.comments) for post in outcome.posts] == [
        (None, 2),
        (None, None),
    ]
    assert set(outcome.notes) == {
        Note("unreadable", 2, "Impressions"),
        Note("rows-without-post", 1),
    }


def test_a_formula_is_never_worked_out(read: Read) -> None:
    data = make_excel(
        {"Mine": [["Link", "Impressions", "Comments"], [A, "=2+3", 2], [B, "=SUM(B2:B2)", 4]]}
    )
    assert "<f>2+3</f>" in read_part(data, "xl/worksheets/sheet1.xml")
    outcome = read(data)
    assert [(post.impressions, post.comments) for post in outcome.posts] == [(None, 2), (None, 4)]
    assert outcome.notes == (Note("formulas-empty", 2, "Impressions"),)


def test_the_last_result_of_a_formula_is_taken(read: Read) -> None:
    data = make_excel({"Mine": [["Link", "Impressions"], [A, "=2+3"]]})
    sheet = read_part(data, "xl/worksheets/sheet1.xml").replace(
        "<f>2+3</f><v></v>", "<f>2+3</f><v>5</v>"
    )
    sheet = sheet.replace("<f>2+3</f><v/>", "<f>2+3</f><v>5</v>").replace(
        "<f>2+3</f><v />", "<f>2+3</f><v>5</v>"
    )
    outcome = read(change_part(data, "xl/worksheets/sheet1.xml", sheet))
    assert ([post.impressions for post in outcome.posts], outcome.notes) == ([5], ())


def test_a_text_that_looks_like_a_formula_is_a_text(read: Read) -> None:
    outcome = read(make_csv([["Title", "Impressions"], ["=HYPERLINK(1)", 5]]))
    assert [post.title for post in outcome.posts] == ["=HYPERLINK(1)"]


def test_styles_of_other_programs_do_not_matter(read: Read) -> None:
    data = make_excel(
        {"Mine": [["Link", "Posted on", "Impressions"], [A, datetime.date(2025, 12, 16), 5]]}
    )
    broken = change_part(data, "xl/styles.xml", "<styleSheet><fills><fill/></fills></styleSheet>")
    assert read(broken).posts[0].posted_on == datetime.date(2025, 12, 16)


def test_people_in_the_audience_are_never_read(read: Read) -> None:
    sheets = dict(member_sheets([[A, "12/16/2025", 3]], []))
    sheets["DEMOGRAPHICS"] = [["Link", "Impressions"], [B, 99]]
    assert [post.link for post in read(make_excel(sheets)).posts] == [A]


def test_nothing_of_a_post_shows_in_the_repr(read: Read) -> None:
    rows = [
        ["Link", "Title", "Impressions", "Applause"],
        [A, "Our secret party", 5, "behind the scenes"],
    ]
    shown = repr(read(make_csv(rows)))
    assert "secret" not in shown
    assert "behind" not in shown
    assert str(DECEMBER_16) not in shown
