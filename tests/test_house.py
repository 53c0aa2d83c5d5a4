"""The rules of the house that a machine can check."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Pattern, VariableReference
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "scheduler", "storage")
TEXTS = ROOT / "handlers" / "texts"
LONGEST_FILE = 300
VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)


def sources(*packages: str) -> list[Path]:
    return [
        file
        for package in packages or PACKAGES
        for file in sorted((ROOT / package).rglob("*.py"))
        if "migrations" not in file.parts
    ]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


class Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.found.add(node.id.name)


def texts(language: str) -> dict[str, set[str]]:
    """Every text of a language with the facts it needs."""
    found: dict[str, set[str]] = {}
    for file in sorted((TEXTS / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, Message) and isinstance(entry.value, Pattern):
                variables = Variables()
                variables.visit(entry.value)
                assert entry.id.name not in found, f"{entry.id.name} is said twice"
                found[entry.id.name] = variables.found
    return found


def test_both_languages_have_the_same_texts_with_the_same_facts() -> None:
    assert texts("vi") == texts("en")


def text_ids_used() -> Iterator[tuple[str, str]]:
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "say"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                yield name(file), str(node.args[0].value)


def test_every_text_that_is_said_exists() -> None:
    known = texts("vi")
    assert [(file, text) for file, text in text_ids_used() if text not in known] == []


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """String constants that are not docstrings."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs | bare
        ):
            yield node


# Where Vietnamese in code is data or a rule of the language, not something said to people.
MAY_HOLD_VIETNAMESE = (
    "handlers/understanding/",
    "handlers/texts/__init__.py",
    "scheduler/public_holidays.py",
    "storage/folding.py",
    "storage/models/",
    "bot/data/",
)


def test_words_for_people_are_in_the_texts() -> None:
    strays = [
        f"{name(file)}:{literal.lineno} {literal.value!r}"
        for file in sources()
        if not name(file).startswith(MAY_HOLD_VIETNAMESE)
        for literal in literals(ast.parse(file.read_text("utf-8")))
        if VIETNAMESE.search(str(literal.value))
    ]
    assert strays == []


def test_no_text_uses_an_emoji() -> None:
    emoji = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff]")
    assert [f for f in TEXTS.rglob("*.ftl") if emoji.search(f.read_text("utf-8"))] == []


def test_no_file_needs_a_table_of_contents() -> None:
    long = {name(f): n for f in sources() if (n := len(f.read_text().splitlines())) > LONGEST_FILE}
    assert long == {}


@pytest.mark.parametrize("noun", ["meetings", "documents", "dossiers", "petitions", "people"])
def test_who_may_see_a_private_table_is_decided_in_one_function(noun: str) -> None:
    tree = ast.parse((ROOT / "storage" / f"{noun}.py").read_text("utf-8"))
    deciders = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == "visible_to"
    ]
    assert len(deciders) == 1


def answers_in(file: Path) -> Iterator[ast.Call]:
    """Where a handler makes its reply: `answer(…)`, not `answer.anywhere(…)`."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "answer"
        ):
            yield node


def gives_a_brief(call: ast.Call) -> bool:
    in_parts = any(isinstance(part, ast.Starred) for part in call.args)
    return in_parts or len(call.args) > 2 or any(given.arg == "brief" for given in call.keywords)


@pytest.mark.parametrize("file", sources("storage"), ids=str)
def test_whoever_asks_for_a_table_has_them_all(file: Path) -> None:
    """Else the module can only be imported after another one that happens to do it."""
    code = file.read_text("utf-8")
    if "models" not in file.parts and re.search(r"TABLES\[|metadata\.tables", code):
        assert "from storage.models import" in code


def test_every_answer_about_records_says_what_a_brief_of_it_is() -> None:
    from handlers.limits import nouns_of

    about_records = [
        file
        for file in sources("handlers")
        if nouns_of(name(file).removesuffix(".py").replace("/", "."))
    ]
    assert [
        f"{name(file)}:{call.lineno}: give brief=…, or say it by answer.anywhere(…) if it holds "
        "nothing of any record"
        for file in about_records
        for call in answers_in(file)
        if not gives_a_brief(call)
    ] == []


def test_every_handler_says_what_its_answers_are_about() -> None:
    from handlers.limits import ABOUT

    def is_listed(module: str) -> bool:
        return module in ABOUT or ("." in module and is_listed(module.rpartition(".")[0]))

    handlers = [
        name(file).removesuffix(".py").replace("/", ".")
        for file in sources("handlers")
        if re.search(r"^@(asks|answers)\(", file.read_text("utf-8"), re.MULTILINE)
    ]
    assert handlers
    assert [
        f"{module}: name it in handlers/limits.py" for module in handlers if not is_listed(module)
    ] == []


def test_every_setting_is_documented() -> None:
    from bot.settings import PREFIX, Settings

    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert [n for n in Settings.model_fields if f"`{PREFIX}{n.upper()}`" not in page] == []


def test_every_noun_is_in_the_independence_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    listed = next(c for c in contracts["contracts"] if c["type"] == "independence")["modules"]
    nouns = {
        f"handlers.{folder.name}"
        for folder in (ROOT / "handlers").iterdir()
        if folder.is_dir() and folder.name not in ("texts", "understanding", "__pycache__")
    }
    assert set(listed) == nouns


def test_no_committed_file_names_a_package_registry() -> None:
    for file in (*(ROOT / "requirements").iterdir(), ROOT / "pyproject.toml", ROOT / "Makefile"):
        assert "://" not in file.read_text("utf-8"), name(file)
