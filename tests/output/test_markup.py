"""HTML of the page: real tables and lists, and nothing from a file is ever markup."""

from html.parser import HTMLParser

import pytest

from benefits_calc.output import markup
from benefits_calc.words.records import Item, Link, Row, Table

NASTY = '<img src=x onerror=alert(1)>"&'


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def names(text: str) -> set[str]:
    return {tag for tag, _ in Tags(text).tags}


def test_everything_that_is_text_stays_text():
    link = Link(NASTY, "https://example.test/", NASTY)
    pieces = [
        markup.lead([NASTY]),
        markup.paragraphs([NASTY]),
        markup.problems(NASTY, [NASTY]),
        markup.items([Item(NASTY, NASTY, link)]),
        markup.table(Table(NASTY, (NASTY, NASTY), (Row(NASTY, (NASTY,)), Row(NASTY, (), "group")))),
    ]
    for piece in pieces:
        assert "img" not in names(piece)
        assert NASTY in Tags(piece).text


def test_a_table_has_a_caption_and_headers_for_rows_and_columns():
    table = Table("Pounds", ("What", "Now"), (Row("In", (), "group"), Row("Pay", ("£1",))))
    found = Tags(markup.table(table)).tags
    assert ("caption", {}) in found
    assert [a["scope"] for tag, a in found if tag == "th"] == ["col", "col", "rowgroup", "row"]


def test_a_heading_across_the_table_is_of_its_own_rows_only():
    rows = (Row("1", ("a",)), Row("In", (), "group"), Row("2", ("b",)), Row("Out", (), "group"))
    html = markup.table(Table("x", ("What", "Now"), rows))
    bodies = [body.partition("</tbody>")[0] for body in html.split("<tbody>")[1:]]
    assert len(bodies) == 3
    assert 'scope="rowgroup"' not in bodies[0]
    for body, heading in zip(bodies[1:], ("In", "Out"), strict=True):
        assert body.startswith('<tr class="bc-group">')
        assert f">{heading}</th>" in body
    assert "<tbody></tbody>" not in markup.table(Table("x", ("What", "Now"), rows[1:]))


@pytest.mark.parametrize(
    ("columns", "figures", "wide"),
    [(4, True, False), (5, True, True), (3, False, False), (4, False, True)],
)
def test_a_table_that_a_phone_has_no_room_for_names_the_column_in_each_cell(columns, figures, wide):
    headers = tuple(f"<{n}>" for n in range(columns))
    found = Tags(
        markup.table(Table("x", headers, (Row("1", ("2",) * (columns - 1)),), figures))
    ).tags
    named = [a.get("data-name") for tag, a in found if tag == "td"]
    assert named == list(headers[1:] if wide else [None] * (columns - 1))


def test_rows_are_as_wide_as_the_table():
    table = Table("x", ("a", "b", "c", "d"), (Row("1", ("2",)),))
    assert [tag for tag, _ in Tags(markup.table(table)).tags].count("td") == 3


def test_links_open_beside_the_page_and_only_to_https():
    safe = Link("The rule", "https://www.legislation.gov.uk/x", "The rule on x")
    (attributes,) = [a for tag, a in Tags(markup.items([Item("", "x", safe)])).tags if tag == "a"]
    assert attributes["target"] == "_blank"
    assert "noopener" in (attributes["rel"] or "")
    unsafe = Link("x", "javascript:alert(1)", "x")
    assert "a" not in names(markup.items([Item("", "x", unsafe)]))


def test_numbered_items_are_an_ordered_list():
    assert "ol" in names(markup.items([Item("a", "b")], numbered=True))


def test_problems_are_read_out_at_once():
    assert 'role="alert"' in markup.problems("x", ["y"])
