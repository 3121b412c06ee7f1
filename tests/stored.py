"""A server that speaks the protocol of S3, on this machine, and buckets to look into."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from xml.etree import ElementTree as ET

_SERVER = """
from time import sleep
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
while True:
    sleep(60)
"""
_REQUEST = re.compile(r'"(?:\x1b\[\d+m)*([A-Z]+) (\S+) HTTP')


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    address: str
    """Where it answers."""

    log: Path
    """What it was asked."""

    def environment(self) -> dict[str, str]:
        """Return the variables by which programs find it, with a name and password for it."""
        return {
            "AWS_ENDPOINT_URL": self.address,
            "AWS_ACCESS_KEY_ID": "a-name",
            "AWS_SECRET_ACCESS_KEY": "a-password",
            "AWS_DEFAULT_REGION": "us-east-1",
        }

    def bucket(self, name: str) -> Bucket:
        """Make a bucket."""
        bucket = Bucket(self, name)
        bucket.ask("PUT")
        return bucket

    def requests(self, method: str) -> list[str]:
        """Return the addresses that were asked for with a method, in their order."""
        found = _REQUEST.findall(self.log.read_text("utf-8"))
        return [address for asked, address in found if asked == method]


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket of a server, asked without the code under test."""

    server: Server
    """Where it is."""

    name: str
    """What it is called."""

    def ask(self, method: str, key: str = "", data: bytes | None = None) -> tuple[bytes, str]:
        """Return what the server says, and of which type that is."""
        inside = f"/{quote(key, safe='/?=&')}" if key else ""
        address = f"{self.server.address}/{self.name}{inside}"
        who = {"Authorization": "AWS a-name:unsigned", "Content-Type": "text/plain"}
        request = urllib.request.Request(address, data, who, method=method)  # noqa: S310 - http only
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - as above
            return answer.read(), answer.headers["Content-Type"]

    def put(self, files: Mapping[str, bytes | str]) -> None:
        """Put files under their names."""
        for name, data in files.items():
            self.ask("PUT", name, data.encode() if isinstance(data, str) else data)

    def put_folder(self, folder: Path, at: str) -> None:
        """Put all files of a folder of this machine."""
        for place in sorted(folder.rglob("*")):
            if place.is_file():
                self.put({f"{at}/{place.relative_to(folder).as_posix()}": place.read_bytes()})

    def get(self, key: str) -> bytes:
        """Return what an object holds."""
        return self.ask("GET", key)[0]

    def kind(self, key: str) -> str:
        """Return an object's media type."""
        return self.ask("HEAD", key)[1]

    def remove(self, key: str) -> None:
        """Remove an object."""
        self.ask("DELETE", key)

    def has(self, key: str) -> bool:
        """Say whether there is an object of that name."""
        try:
            self.ask("HEAD", key)
        except HTTPError as error:
            error.close()
            return False
        return True

    def files(self, at: str) -> dict[str, bytes]:
        """Return the objects in a folder by name, without what the output keeps for itself."""
        text, _ = self.ask("GET", f"?list-type=2&prefix={at}/")
        space = "{http://s3.amazonaws.com/doc/2006-03-01/}"
        listing = ET.fromstring(text)  # noqa: S314 - from our own server
        keys = [each.text or "" for each in listing.iter(f"{space}Key")]
        named = {key.removeprefix(f"{at}/"): key for key in sorted(keys)}
        return {
            name: self.get(key) for name, key in named.items() if not name.startswith(".argsite-")
        }


@contextmanager
def s3_server(folder: Path) -> Iterator[Server]:
    """Run a server in a process of its own; what it is asked is written into the folder."""
    log = folder / "requests.log"
    with (
        log.open("wb") as stream,
        subprocess.Popen(
            [sys.executable, "-c", _SERVER], stdout=subprocess.PIPE, stderr=stream, text=True
        ) as process,
    ):
        try:
            assert process.stdout
            port = int(process.stdout.readline())
            yield Server(f"http://127.0.0.1:{port}", log)
        finally:
            process.kill()
