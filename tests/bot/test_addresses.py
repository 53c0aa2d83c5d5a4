"""Which network a visitor is counted under, and who may say so in their place."""

import pytest
from starlette.requests import HTTPConnection

from bot.web.addresses import network_of
from storage.engine import Store
from tests.bot.web_office import running

LISTED = ({"x-forwarded-for": "203.0.113.9, 127.0.0.1"}, {"x-forwarded-for": "evil, 203.0.113.9"})


@pytest.mark.parametrize("proxies", [(), ("10.0.0.0/8",)])
async def test_who_is_no_proxy_of_ours_cannot_name_an_address(
    sqlite_store: Store, proxies: tuple[str, ...]
) -> None:
    async with running(sqlite_store, proxies=proxies) as web, web.visitor() as visitor:
        visitor.headers |= LISTED[0]
        async with visitor.page() as page:
            await page.ask("chào")
        assert web.office.addresses == ["127.0.0.1"]


async def test_a_proxy_of_ours_says_whom_it_speaks_for(sqlite_store: Store) -> None:
    async with running(sqlite_store, proxies=["127.0.0.1"]) as web, web.visitor() as visitor:
        for headers in LISTED:
            visitor.headers |= headers
            async with visitor.page() as page:
                await page.ask("chào")
        assert web.office.addresses == ["203.0.113.9"] * 2


@pytest.mark.parametrize(
    ("client", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
    ],
)
def test_a_household_is_one_network(client: str, network: str) -> None:
    assert network_of(HTTPConnection({"type": "http", "client": (client, 1)})) == network


def test_a_socket_without_an_address_has_none() -> None:
    assert network_of(HTTPConnection({"type": "http", "client": None})) == ""
