"""The plan and the service's record: the page's figures and words, safe and readable anywhere."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from benefits_calc.case import CaseError, load_case
from benefits_calc.cli import main
from benefits_calc.output.document_html import document_html
from benefits_calc.output.document_pdf import document_pdf
from benefits_calc.output.pdf_row_headers import with_row_headers
from benefits_calc.output.plan_file import plan_file
from benefits_calc.words.page_catalogue import section
from benefits_calc.words.records import (
    Document,
    Item,
    Link,
    Listing,
    Prose,
    Row,
    Section,
    Table,
    ToWrite,
)
from tests.engine.whole_cases import NAMES, SCENARIOS

NASTY = '</style><script>x</script> #sys.inputs *a* $b$ "&'
A02 = str(SCENARIOS / "a02_kingston_supported_lcwra.yaml")
BROKEN = re.compile(r"\bNone\b|\bnan\b|[{}]| [.,]")


class Outline(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, list[dict[str, str | None]]] = {}
        self.text = ""
        self.styles = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.styles = tag == "style"
        self.attributes.setdefault(tag, []).append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.text += "" if self.styles else data

    def handle_endtag(self, tag: str) -> None:
        self.styles = False


def html_of(name: str, **options: bool) -> str:
    return plan_file(load_case(SCENARIOS / f"{name}.yaml"), ".html", **options).decode()


@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_has_a_plan_without_gaps_in_its_words(name: str):
    text = Outline(html_of(name)).text
    assert not BROKEN.findall(text)
    assert section("plan")["help"] in text


def test_the_plan_has_the_figures_of_the_comparison():
    found = Outline(html_of("a02_kingston_supported_lcwra"))
    # 12 hours at 12.71 for 52 weeks of the year, shared over 12 months, is 660.92.
    assert "£661 more" in found.text
    assert "12 hours a week" in found.text


def test_weekly_and_monthly_never_stand_side_by_side():
    weekly = Outline(html_of("a02_kingston_supported_lcwra", weekly=True)).text
    assert "Pounds each week" in weekly
    assert "Pounds each month" not in weekly


def test_the_html_has_one_title_a_language_and_headings_in_order():
    found = Outline(html_of("p1_lcwra_protected_rent"))
    assert found.attributes["html"][0]["lang"] == "en-GB"
    assert found.tags.count("h1") == found.tags.count("title") == 1
    levels = [int(tag[1]) for tag in found.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(cell["scope"] for cell in found.attributes["th"])


def test_the_html_loads_nothing():
    found = Outline(html_of("p1_lcwra_protected_rent"))
    assert not {"script", "img", "link", "iframe", "object"} & set(found.tags)
    policy = [meta.get("content") or "" for meta in found.attributes["meta"]]
    assert any(text.startswith("default-src 'none'") for text in policy)


def nasty_document() -> Document:
    link = Link(NASTY, "https://example.test/", NASTY)
    blocks = (
        Prose((NASTY,), strong=True),
        Listing((Item(NASTY, NASTY, link),), NASTY, boxes=True),
        Table(NASTY, (NASTY,) * 3, (Row(NASTY, (NASTY,) * 2), Row(NASTY, (), "group"))),
        ToWrite((NASTY,)),
    )
    return Document(NASTY, (NASTY,), (Section(NASTY, blocks),), NASTY)


def test_no_text_is_markup_in_the_html():
    found = Outline(document_html(nasty_document()))
    assert "script" not in found.tags
    assert found.text.count(NASTY) >= 12


def test_no_text_is_markup_in_the_pdf():
    assert document_pdf(nasty_document()).startswith(b"%PDF")


def test_the_pdf_is_tagged_and_says_it_is_accessible():
    made = plan_file(load_case(A02), ".pdf")
    assert b"/StructTreeRoot" in made
    assert b"/Marked true" in made
    assert b"pdfuaid:part" in made
    assert b"/Lang(en-GB)" in made


CELL = re.compile(rb"\n(\d+) 0 obj\n(<</Type/StructElem/S/T([HD])/.*?)\nendobj", re.DOTALL)
NAMED = re.compile(rb"\((\w+)\)")


def test_each_cell_of_the_pdf_names_the_header_of_its_column_and_of_its_row():
    made = document_pdf(nasty_document())
    cells = {int(number): (kind, text) for number, text, kind in CELL.findall(made)}
    headers = [text for kind, text in cells.values() if kind == b"H"]
    assert sum(b"/Scope/Column" in text for text in headers) == 3
    # The row with figures, and the one that is a heading across the table.
    assert sum(b"/Scope/Row" in text for text in headers) == 2
    data = [text for kind, text in cells.values() if kind == b"D"]
    assert len(data) == 2
    named = {name for text in headers for name in re.findall(rb"/ID\((\w+)\)", text)}
    for text in data:
        of_column, of_row = NAMED.findall(text.partition(b"/Headers[")[2].partition(b"]")[0])
        assert {of_column, of_row} <= named
        assert of_row.startswith(b"R")
    listed = re.findall(rb"\((\w+)\)(\d+) 0 R", made.rpartition(b"/IDTree")[2])
    assert {name for name, _ in listed} == named
    assert [name for name, _ in listed] == sorted(named)
    for name, number in listed:
        assert b"/ID(%s)" % name in cells[int(number)][1]


def test_every_place_in_what_is_added_to_the_pdf_is_where_it_says():
    made = document_pdf(nasty_document())
    before = made.index(b"%%EOF") + len(b"%%EOF")
    added = made[before:]
    assert int(re.findall(rb"startxref\n(\d+)", added)[0]) == before + added.index(b"xref\n")
    places = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n\r\n", added)
    assert len(places) >= 3
    for number, place in places:
        assert made[int(place) :].startswith(b"%s 0 obj\n" % number)
    assert b"/Prev %s>>" % re.findall(rb"startxref\n(\d+)", made[:before])[0] in added


def test_a_file_of_another_make_is_left_alone():
    for text in (
        b"",
        b"%PDF-1.7\n%%EOF",
        b"xref\n0 1\n0000000000 65535 f\r\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n",
    ):
        assert with_row_headers(text) == text


def test_the_record_has_lines_to_fill_in_and_is_apart_from_the_plan():
    plan, record = (
        Outline(html_of("p1_lcwra_protected_rent", record=choice)).text for choice in (False, True)
    )
    for code in ("offered", "before_start", "at_change", "reporting"):
        assert section("record")[code] in record
        assert section("record")[code] not in plan


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_the_command_writes_the_file(tmp_path: Path, kind: str):
    target = tmp_path / f"plan.{kind}"
    result = CliRunner().invoke(main, ["plan", A02, "-o", str(target)])
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert target.stat().st_size > 5000


def test_another_kind_of_file_is_refused(tmp_path: Path):
    result = CliRunner().invoke(main, ["plan", A02, "-o", str(tmp_path / "plan.docx")])
    assert result.exit_code == 2
    assert result.stderr.strip() == "output: .docx is not accepted; use .html or .pdf"
    assert not list(tmp_path.iterdir())


def test_a_plan_needs_a_job():
    case = load_case(A02)
    with pytest.raises(CaseError, match="job"):
        plan_file(case.model_copy(update={"job": None}), ".html")


@pytest.mark.parametrize("kind", [".html", ".pdf"])
def test_the_same_case_makes_the_same_file(kind: str):
    first, second = (plan_file(load_case(A02), kind) for _ in range(2))
    assert first == second
