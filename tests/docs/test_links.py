"""No page of the repository points at a file or a heading that is not there."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md"))
LINK = re.compile(r"\]\((?!\w+:)(?P<file>[^)#\s]*)(?:#(?P<heading>[^)\s]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def links() -> Iterator[tuple[Path, Path, str | None]]:
    """The page, the file it points at, and the heading in it."""
    for page in PAGES:
        for link in LINK.finditer(page.read_text("utf-8")):
            file = page.parent / link["file"] if link["file"] else page
            yield page, file, link["heading"]


def anchors(page: Path) -> set[str]:
    """The headings of a page, as links name them."""
    headings = HEADING.findall(page.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_link_leads_to_a_file() -> None:
    assert [(p.name, str(file)) for p, file, _ in links() if not file.exists()] == []


def test_every_link_to_a_heading_leads_to_it() -> None:
    broken = [(p.name, head) for p, file, head in links() if head and head not in anchors(file)]
    assert broken == []


def test_both_readmes_show_the_same_map() -> None:
    english, vietnamese = (
        [link["file"] for link in LINK.finditer((ROOT / name).read_text("utf-8"))]
        for name in ("README.md", "README.vi.md")
    )
    assert set(english) - {"README.vi.md"} == set(vietnamese) - {"README.md"}
