"""Where a preview listens."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from argsite.errors import SetupError
from argsite.serve.port import Port, open_port
from tests.previewed import has_newer_addresses


@pytest.fixture
def taken() -> Iterator[Port]:
    """Take some port."""
    port = open_port("127.0.0.1", 0)
    with port.listening:
        yield port


def test_it_listens_at_loopback(taken: Port) -> None:
    assert taken.listening.getsockname()[0] == "127.0.0.1"
    assert taken.address == f"http://127.0.0.1:{taken.number}/"
    assert taken.is_private
    socket.create_connection(("127.0.0.1", taken.number), 5).close()


def test_where_a_port_is_taken_the_next_one_is_used(taken: Port) -> None:
    second = open_port("127.0.0.1", taken.number)
    with second.listening:
        assert second.number > taken.number


def test_a_name_is_kept_in_the_address() -> None:
    port = open_port("localhost", 0)
    with port.listening:
        assert port.address == f"http://localhost:{port.number}/"
        assert port.is_private


@pytest.mark.skipif(not has_newer_addresses(), reason="this machine has no such addresses")
@pytest.mark.parametrize("host", ["::1", "[::1]", "0:0:0:0:0:0:0:1"])
def test_an_address_of_the_newer_kind_is_written_as_browsers_read_it(host: str) -> None:
    port = open_port(host, 0)
    with port.listening:
        assert port.address == f"http://[{host.strip('[]')}]:{port.number}/"
        assert port.is_private


def test_a_name_that_leads_out_is_not_private_however_it_sounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    led = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("0.0.0.0", 0))]  # noqa: S104 - as above
    monkeypatch.setattr("argsite.serve.port.socket.getaddrinfo", lambda *_, **__: led)
    port = open_port("localhost", 0)
    with port.listening:
        assert not port.is_private


def test_all_addresses_are_reached_at_loopback_from_here() -> None:
    port = open_port("0.0.0.0", 0)  # noqa: S104 - this is what it is about
    with port.listening:
        assert port.address == f"http://127.0.0.1:{port.number}/"
        assert not port.is_private


@pytest.mark.parametrize(
    "host", ["", "no such host", "nowhere.invalid", "\x00", "a\nb", "[", "é" * 70]
)
def test_a_host_that_is_none_is_refused_in_one_line(host: str) -> None:
    with pytest.raises(SetupError) as caught:
        open_port(host, 0)
    assert str(caught.value).isprintable()


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(SetupError, match="nothing can listen at 192"):
        open_port("192.0.2.1", 0)


def test_where_no_port_is_free_it_says_which_were_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argsite.serve.port._listen", lambda *_: None)
    with pytest.raises(SetupError, match="the ports 65500 to 65535 are taken"):
        open_port("127.0.0.1", 65500)
