"""The days this office entered for 2026, as the tests know them."""

import datetime as dt

from scheduler.calendar import Override, WorkingCalendar

SWAP_NOTICE = "12729/VPCP-KGVX"

DAYS_OF_2026 = (
    Override(
        day=dt.date(2026, 1, 2), off=True, name="Nghỉ hoán đổi cho 10/01/2026", basis=SWAP_NOTICE
    ),
    Override(day=dt.date(2026, 1, 10), off=False, name="Làm bù cho 02/01/2026", basis=SWAP_NOTICE),
    Override(
        day=dt.date(2026, 8, 31), off=True, name="Nghỉ hoán đổi cho 22/8/2026", basis=SWAP_NOTICE
    ),
    Override(day=dt.date(2026, 8, 22), off=False, name="Làm bù cho 31/8/2026", basis=SWAP_NOTICE),
    Override(
        day=dt.date(2026, 11, 24), off=True, name="Ngày Văn hóa Việt Nam", basis="28/2026/QH16"
    ),
    Override(day=dt.date(2026, 11, 23), off=True, name="Đề xuất nghỉ hoán đổi", official=False),
)

OFFICE = WorkingCalendar.of(DAYS_OF_2026)
