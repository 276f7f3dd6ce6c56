"""Which addresses may be asked: those that anybody can reach."""

from ipaddress import ip_address

import pytest

from plugins.intake.calendars.addresses import Unresolved, is_public, resolved
from tests.each import each

PUBLIC = "8.8.8.8 193.99.144.80 2a01:4f8::1 2606:2800:220:1::1 64:ff9b::808:808 2002:808:808::1"
OTHERS = """\
127.0.0.1 127.8.8.8 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1
169.254.169.254 192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1
239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 fe80::1 fe80::1%1 fc00::1 fd00:ec2::254
ff02::1 2001:db8::1 2001:0:4136:e378::1 ::ffff:127.0.0.1
::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1
64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 2002:7f00:1::1 2002:c0a8:101::1
"""


@each("address", PUBLIC.split())
def test_anybody_can_reach_it(address: str) -> None:
    assert is_public(ip_address(address))


@each("address", OTHERS.split())
def test_not_everybody_can_reach_it(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1"])
def test_however_it_is_written_it_is_this_machine(host: str) -> None:
    assert not any(map(is_public, resolved(host, 80, 120)))


@pytest.mark.parametrize("host", ["a" * 64, "nichts.invalid", ".."])
def test_there_is_no_such_host(host: str) -> None:
    with pytest.raises(Unresolved):
        resolved(host, 80, 120)
