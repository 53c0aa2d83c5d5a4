import logging

import pytest

from bot.logs import Masking, masked


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("gọi 0912345678 nhé", "gọi 09xxxx678 nhé"),
        ("gọi +84912345678 nhé", "gọi +849xxxx678 nhé"),
        ("căn cước 038012345611", "căn cước 0380******11"),
        ("hồ sơ 000.00.12.H37-261103-0112", "hồ sơ 000.00.12.H37-261103-0112"),
    ],
)
def test_numbers_of_people_are_masked_and_codes_are_not(written: str, kept: str) -> None:
    assert masked(written) == kept


def test_a_traceback_is_masked_too() -> None:
    try:
        raise ValueError("0912345678")
    except ValueError as error:
        record = logging.LogRecord(
            "bot", logging.ERROR, __file__, 1, "hỏng", None, (type(error), error, None)
        )
    assert "0912345678" not in Masking("%(message)s").format(record)
