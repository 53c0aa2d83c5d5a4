from datetime import time
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load
from scheduler.calendar import OfficeHours


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in [name for name in os.environ if name.startswith("OFFICE_")]:  # noqa: TID251 - cleared
        monkeypatch.delenv(name)


def started_with(tmp_path: Path, **settings: str) -> Settings:
    file = tmp_path / ".env"
    file.write_text("".join(f"OFFICE_{name}={value}\n" for name, value in settings.items()))
    return load(file)


def test_without_any_setting_a_demonstration_runs_on_this_machine(tmp_path: Path) -> None:
    settings = started_with(tmp_path)
    assert settings.address == "sqlite:///data/demo.db"
    assert settings.fills_demo
    assert settings.on_loopback


def test_an_office_may_have_hours_of_its_own(tmp_path: Path) -> None:
    assert started_with(tmp_path).hours == OfficeHours()
    early = started_with(tmp_path, HOURS="07:00-11:15, 13:00-16:30")
    assert early.hours == OfficeHours(
        opens=time(7), lunch=time(11, 15), back=time(13), closes=time(16, 30)
    )


def test_a_configured_store_is_never_filled(tmp_path: Path) -> None:
    settings = started_with(tmp_path, DATABASE_URL="sqlite:///data/office.db")
    assert not settings.fills_demo


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"WEB_PROT": "80"}, "OFFICE_WEB_PROT is not a setting"),
        ({"WEB_PORT": "http"}, "OFFICE_WEB_PORT: "),
        ({"TIMEZONE": "Hà Nội"}, "write for example Asia/Ho_Chi_Minh"),
        ({"SECRET": "short"}, "OFFICE_SECRET: must have at least 32 characters"),
        ({"WEB_HOST": "0.0.0.0"}, "set OFFICE_WEB_HOST=127.0.0.1"),  # noqa: S104
        ({"WEB_HOST": "::", "DATABASE_URL": "sqlite:///x.db"}, "set OFFICE_SECRET"),
        ({"DEMO": "true", "WEB_HOST": "10.0.0.1", "DATABASE_URL": "sqlite:///x.db"}, "anybody"),
        ({"DEMO": "false"}, "OFFICE_DEMO=false needs a store"),
        ({"TELEGRAM_API_URL": "http://127.0.0.1:8081"}, "needs OFFICE_TELEGRAM_TOKEN"),
        ({"TELEGRAM_WEBHOOK": "yes"}, "OFFICE_TELEGRAM_WEBHOOK: is true, false, or an address"),
        ({"TELEGRAM_WEBHOOK": "true"}, "needs OFFICE_TELEGRAM_TOKEN"),
        ({"TELEGRAM_WEBHOOK": "true", "TELEGRAM_TOKEN": "1:a"}, "needs OFFICE_SECRET"),
        (
            {"TELEGRAM_WEBHOOK": "true", "TELEGRAM_TOKEN": "1:a", "SECRET": "x" * 32},
            "https:// address only",
        ),
        ({"ZALO_APP_ID": "1", "ZALO_APP_SECRET": "a"}, "OFFICE_ZALO_OA_SECRET, OFFICE_ZALO_OA_REF"),
        ({"ZALO_OA_SECRET": "a"}, "OFFICE_ZALO_APP_ID, OFFICE_ZALO_APP_SECRET"),
        ({"ZALO_APP_ID": "app"}, "OFFICE_ZALO_APP_ID: "),
        (
            {
                "ZALO_APP_ID": "1",
                "ZALO_APP_SECRET": "a",
                "ZALO_OA_SECRET": "a",
                "ZALO_OA_REFRESH_TOKEN": "a",
            },
            "OFFICE_ZALO_APP_ID needs OFFICE_SECRET, under which Zalo's tokens are encrypted",
        ),
        ({"ZALO_OA_CONTACT_IMAGE": "http://a/b.png"}, "OFFICE_ZALO_OA_CONTACT_IMAGE: "),
        ({"ZALO_BOT_WEBHOOK": "true"}, "needs OFFICE_ZALO_BOT_TOKEN, and OFFICE_SECRET"),
        (
            {"ZALO_BOT_WEBHOOK": "true", "ZALO_BOT_TOKEN": "1:a", "SECRET": "x" * 32},
            "https:// address only",
        ),
        ({"ZALO_BOT_MESSAGES": "300"}, "OFFICE_ZALO_BOT_RESERVE must be less"),
        ({"FILE_LINK_MINUTES": "0"}, "OFFICE_FILE_LINK_MINUTES: "),
        ({"WEB_PROXIES": "10.0.0.2, nginx"}, "OFFICE_WEB_PROXIES: takes addresses or networks"),
        ({"DOSSIER_PREFIXES": "Lạng Sơn"}, "OFFICE_DOSSIER_PREFIXES: "),
        ({"DOSSIER_CODES_PER_DAY": "0"}, "OFFICE_DOSSIER_CODES_PER_DAY: "),
        ({"HOURS": "8h-17h"}, "OFFICE_HOURS: takes morning and afternoon, such as 07:30-11:30"),
        ({"HOURS": "08:00-12:00 11:00-17:00"}, "OFFICE_HOURS: takes morning and afternoon"),
        ({"HOURS": "08:00-12:00 13:00-25:00"}, "OFFICE_HOURS: takes morning and afternoon"),
        ({"LOG_LEVEL": "loud"}, "OFFICE_LOG_LEVEL: "),
    ],
)
def test_a_wrong_or_unsafe_setting_refuses_with_one_sentence(
    tmp_path: Path, settings: dict[str, str], told: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        started_with(tmp_path, **settings)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("wanted", "url"),
    [
        ("false", None),
        ("True", "https://troly.example.gov.vn/telegram"),
        ("https://proxy.example.gov.vn/a/b", "https://proxy.example.gov.vn/a/b"),
    ],
)
def test_telegram_is_told_where_to_bring_updates(
    tmp_path: Path, wanted: str, url: str | None
) -> None:
    settings = started_with(
        tmp_path,
        TELEGRAM_WEBHOOK=wanted,
        TELEGRAM_TOKEN="1:a",
        SECRET="x" * 32,
        WEB_URL="https://troly.example.gov.vn",
    )
    assert settings.webhook_url == url


def test_an_unknown_variable_of_the_environment_refuses_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFICE_DATABSE_URL", "sqlite:///x.db")
    with pytest.raises(SettingsError, match="OFFICE_DATABSE_URL is not a setting"):
        started_with(tmp_path)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("localhost", True), ("::1", True), ("127.0.0.2", True), ("van-phong.example", False)],
)
def test_only_this_machine_reaches_a_loopback_address(
    tmp_path: Path, host: str, loopback: bool
) -> None:
    settings = started_with(tmp_path, DATABASE_URL="sqlite:///x.db", WEB_HOST=host, SECRET="x" * 32)
    assert settings.on_loopback is loopback


def test_an_office_of_its_own_may_listen_outside_with_a_secret(tmp_path: Path) -> None:
    settings = started_with(
        tmp_path, DATABASE_URL="sqlite:///x.db", WEB_HOST="10.0.0.1", SECRET="x" * 32
    )
    assert not settings.on_loopback
    assert "x" * 32 not in repr(settings)


def test_an_office_says_which_codes_are_its_own_and_how_many_may_be_tried(tmp_path: Path) -> None:
    rules = started_with(
        tmp_path, DOSSIER_PREFIXES="H05,H02,G22.99.08", DOSSIER_CODES_PER_DAY="3"
    ).dossier_rules
    assert rules.prefixes == ("H05", "H02", "G22.99.08")
    assert (rules.codes_per_day, rules.digits_per_day, rules.codes_per_address) == (3, 5, 30)
    assert started_with(tmp_path).dossier_rules.prefixes == ()


def test_an_office_settles_what_no_text_settles_of_dossiers(tmp_path: Path) -> None:
    usual = started_with(tmp_path).dossier_rules
    assert (usual.fee_pauses, usual.by_minute) == (True, False)
    rules = started_with(
        tmp_path, DOSSIER_FEE_PAUSES="false", DOSSIER_COMPARE_BY="minute"
    ).dossier_rules
    assert (rules.fee_pauses, rules.by_minute) == (False, True)
    with pytest.raises(SettingsError, match="OFFICE_DOSSIER_COMPARE_BY"):
        started_with(tmp_path, DOSSIER_COMPARE_BY="hour")
