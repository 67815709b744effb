"""Connections to public addresses only: a name is looked up once, and what it leads to is checked and connected to.

Whoever writes a feed chooses its links. None of them may lead into the network that Saksi runs in, so the address is
checked where the connection is made: a name that answers otherwise a moment later changes nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Set as AbstractSet
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from saksi.sources.trouble import trouble

# Networks that carry IPv4 addresses in their last four bytes (NAT64): what counts is the address within.
_CARRIERS: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("::ffff:0:0/96"))
# Reserved, and taken for public by earlier versions of Python.
_RESERVED: Final = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "3fff::/20", "5f00::/16")))
_MAX_TRIED: Final = 4


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet: not loopback, private, link-local, multicast or reserved."""
    try:
        found = _within(ip_address(address))
    except ValueError:
        return False
    special = found.is_private or found.is_loopback or found.is_link_local or found.is_multicast or found.is_reserved
    if special or found.is_unspecified or not found.is_global:
        return False
    if isinstance(found, IPv6Address) and (found.is_site_local or found.sixtofour is not None):
        return False
    return not any(found in network for network in _RESERVED if network.version == found.version)


def dial(host: str, port: int, *, allowed: AbstractSet[str] = frozenset(), timeout: float = 20.0) -> socket.socket:
    """A connection to a host, on a public address of it; any address if the host is in ``allowed``.

    ``timeout`` is in seconds, for each address that is tried and for each wait on the connection.

    Raises:
        SourceError: none of its addresses is public (S251), it has none or cannot be reached (S252), or it does not
            answer in time (S253).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise trouble("S252", f"the name {host} is not known ({_reason(error)})") from error
    trusted = host in allowed
    addresses = [one for one in found if trusted or is_public(str(one[4][0]))]
    if not addresses:
        named = ", ".join(sorted({str(one[4][0]) for one in found})[:_MAX_TRIED])
        raise trouble("S251", f"{host} is no public address ({named})")
    failed: OSError = OSError("it has no address")
    for family, kind, protocol, _, address in addresses[:_MAX_TRIED]:
        link = socket.socket(family, kind, protocol)
        try:
            link.settimeout(timeout)
            link.connect(address)
            peer = str(link.getpeername()[0])
        except OSError as error:
            link.close()
            failed = error
            continue
        if trusted or is_public(peer):
            return link
        link.close()
        raise trouble("S251", f"{host} is no public address ({peer})")
    if isinstance(failed, TimeoutError):
        raise trouble("S253", f"{host} does not answer within {timeout:g} seconds") from failed
    raise trouble("S252", f"{host} cannot be reached ({_reason(failed)})") from failed


def _within(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address carries, or the address itself."""
    if isinstance(address, IPv6Address):
        with suppress(ValueError):
            address = IPv6Address(str(address).partition("%")[0])
        if any(address in network for network in _CARRIERS):
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
