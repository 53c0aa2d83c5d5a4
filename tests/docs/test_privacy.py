"""The register of processing says of the terms what the settings and the rules say."""

import re
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

from bot.settings import PREFIX, Settings
from storage import retention
from storage.terms import Terms
from tests.hands import MONDAY

PAGE = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text("utf-8")
ROW = re.compile(
    r"^\| (?P<tables>`[a-z`, ]+`) \|.*\| `(?P<setting>OFFICE_KEEP_\w+)` \| (?P<days>\d+) \|$",
    re.MULTILINE,
)
SETTINGS = {
    "chats": "OFFICE_KEEP_CHATS_DAYS",
    "lookups": "OFFICE_KEEP_LOOKUPS_DAYS",
    "audit": "OFFICE_KEEP_AUDIT_DAYS",
    "unlearnt": "OFFICE_KEEP_UNLEARNT_DAYS",
    "inbound": "OFFICE_KEEP_INBOUND_HOURS",
}
USUAL = Terms()


def told() -> dict[str, tuple[str, int]]:
    """Each table of the page with its setting and its days."""
    return {
        table: (row["setting"], int(row["days"]))
        for row in ROW.finditer(PAGE)
        for table in re.findall(r"\w+", row["tables"])
    }


def cuts(terms: Terms) -> dict[str, set[str]]:
    """The moments that the rule of each table compares with."""
    return {
        table.name: {str(value) for value in past.compile().params.values()}
        for table, past in retention._rules(terms, MONDAY)
    }


def test_each_table_goes_by_the_setting_that_the_page_names() -> None:
    governed = {"auditentry": SETTINGS["audit"]}
    for field in fields(Terms):
        longer = replace(USUAL, **{field.name: getattr(USUAL, field.name) + timedelta(days=1)})
        before, after = cuts(USUAL), cuts(longer)
        governed |= {name: SETTINGS[field.name] for name in before if before[name] != after[name]}
    assert {table: setting for table, (setting, _) in told().items()} == governed


def test_the_days_are_those_without_any_setting() -> None:
    terms = {SETTINGS[field.name]: getattr(USUAL, field.name).days for field in fields(Terms)}
    assert {*told().values()} == {*terms.items()}
    assert Settings(_env_file=None).terms == USUAL
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    assert {setting for setting, _ in told().values()} <= known
