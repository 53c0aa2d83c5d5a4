"""Where a visitor comes from: the address that tries are counted by."""

from ipaddress import IPv6Address, ip_address, ip_network

from starlette.requests import HTTPConnection

ONE_HOUSEHOLD = 64  # bits: who has one IPv6 address has all that begin like it


def network_of(connection: HTTPConnection) -> str:
    """The network this visitor calls from: their IPv4 address, or the /64 of their IPv6 address.

    Behind a proxy it is what that proxy says (`X-Forwarded-For`), read by uvicorn from the
    proxies of `OFFICE_WEB_PROXIES` only: anybody else could name any address.
    """
    said = connection.client.host if connection.client else ""
    try:
        address = ip_address(said.partition("%")[0])
    except ValueError:  # a name that a proxy gave
        return said
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((address, ONE_HOUSEHOLD), strict=False))
