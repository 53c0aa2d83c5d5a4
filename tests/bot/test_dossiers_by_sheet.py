"""The one-stop desk sends its export: looked at, taken, followed by steps; and who may not."""

import pytest
from sqlmodel import col, select

from bot.pipeline import Pipeline
from storage import dossier_owners
from storage.engine import Store
from storage.models import Dossier, DossierEvent, DossierState
from storage.seals import Seal
from tests import cast
from tests.bot.data.imports.sheets import workbook
from tests.bot.data.imports.test_dossiers import NATIONAL, ROW
from tests.bot.test_imports_in_chat import Page
from tests.hands import Hands

CODE = str(ROW[0])
MORE = ("Đơn vị xử lý", "Số điện thoại")
NO_PROCEDURE = (ROW[0], "", "", *ROW[3:])


def export(state: str = "4", *, finished: str = "", phone: str = "0900 000 678") -> bytes:
    row = (*NO_PROCEDURE[:9], finished, state, "KGVX", phone)
    return workbook((*NATIONAL, *MORE), row)


@pytest.fixture
async def office(cast_office: Store) -> Store:
    """A desk at which one dossier was received before."""
    async with cast_office.sessions() as db, db.begin():
        await cast.add_dossier(db, 1)
    return cast_office


@pytest.fixture
def page(office: Store, hands: Hands, pipeline: Pipeline) -> Page:
    return Page(office, hands, pipeline)


async def the(store: Store) -> Dossier:
    async with store.reading() as db:
        return (await db.exec(select(Dossier).where(col(Dossier.code) == CODE))).one()


async def trail(store: Store) -> list[DossierState]:
    number = (await the(store)).id
    told = select(DossierEvent).where(col(DossierEvent.dossier_id) == number)
    async with store.reading() as db:
        return [one.state for one in await db.exec(told.order_by(col(DossierEvent.id)))]


async def test_the_desk_sends_its_export_day_after_day(page: Page, hands: Hands) -> None:
    clerk = await page.sits_down(cast.DESK_CLERK)
    assert await clerk.sends(export(), "hs.xlsx") == (
        "Tệp hs.xlsx: hồ sơ một cửa, 1 dòng.\n\nNếu nhập: 1 mới, 0 đổi, 0 như cũ."
    )
    assert "Đã nhập: 1 mới" in await clerk.press("Nhập")
    dossier = await the(page.store)
    assert (dossier.receiving_unit_id, dossier.unit_id) == (cast.ONE_STOP, cast.CULTURE)
    assert dossier.phone_seal == dossier_owners.sealed(Seal(), "phone", CODE, "0678")
    hands.forward(minutes=30)
    assert "0 mới, 0 đổi, 1 như cũ" in await clerk.sends(export(), "hs.xlsx")
    done = export("9", finished="24/11/2026 15:00")
    assert "Nếu nhập: 0 mới, 1 đổi, 0 như cũ." in await clerk.sends(done, "hs.xlsx")
    assert "Đã nhập: 0 mới, 1 đổi" in await clerk.press("Nhập")
    assert (await trail(page.store))[-2:] == [DossierState.PROCESSING, DossierState.FINISHED]
    assert (await the(page.store)).finished_at == cast.at(cast.TODAY.replace(day=24), 15)


async def test_a_state_that_went_backwards_is_taken_only_by_a_press_that_says_so(
    page: Page,
) -> None:
    clerk = await page.sits_down(cast.DESK_CLERK)
    await clerk.sends(export("9", finished="24/11/2026 15:00"), "hs.xlsx")
    await clerk.press("Nhập")
    assert await clerk.sends(export("4"), "hs.xlsx") == (
        "Tệp hs.xlsx: hồ sơ một cửa, 1 dòng.\n\n"
        "1 dòng có trạng thái không thể đến sau trạng thái đang có:\n"
        "Dòng 2, cột K (TrangThaiHoSo): trong trợ lý: đã có kết quả, chờ trả; "
        "trong tệp: đang giải quyết.\n"
        "Nếu phần mềm một cửa ghi đúng như vậy, mời bấm “Nhập theo nguồn”; "
        "nếu không, xin sửa tệp rồi gửi lại.\n\n"
        "Nếu nhập: 0 mới, 1 đổi, 0 như cũ."
    )
    assert clerk.labels == ["Nhập theo nguồn", "Thôi"]
    await clerk.press("Nhập theo nguồn")
    assert (await the(page.store)).state is DossierState.PROCESSING
    assert (await trail(page.store))[-1] is DossierState.PROCESSING


async def test_the_registry_does_not_import_dossiers_and_the_administrator_does(
    page: Page,
) -> None:
    registry = await page.sits_down(cast.REGISTRY_CLERK)
    assert await registry.sends(export(), "hs.xlsx") == (
        "Hồ sơ do người của bộ phận một cửa nhập; lần đầu do quản trị nhập."
    )
    admin = await page.sits_down(cast.ADMIN)
    assert "Nếu nhập: 1 mới" in await admin.sends(export(), "hs.xlsx")
    assert "Đã nhập: 1 mới" in await admin.press("Nhập")
    other = await page.sits_down(cast.DESK_CLERK)
    assert "hồ sơ này do nơi khác tiếp nhận" in await other.sends(export("9"), "hs.xlsx")


async def test_what_is_wrong_with_somebodys_number_is_told_without_it(page: Page) -> None:
    clerk = await page.sits_down(cast.DESK_CLERK)
    assert "Nội dung ô này không được lưu lại." in await clerk.sends(export(phone="12x"), "hs.xlsx")
