"""What the audit makes of the answers of pip-audit, which are written here."""

from __future__ import annotations

import json

import pytest

from tests.tools.audit import FAULTY, Answer, CannotAskError, Report, audit, read

FAULT: dict[str, object] = {
    "id": "CVE-2025-27516",
    "fix_versions": ["3.1.6"],
    "aliases": [],
    "description": "…",
}
UNMENDED: dict[str, object] = {
    "id": "PYSEC-1",
    "fix_versions": [],
    "aliases": [],
    "description": "…",
}
UNKNOWN = "Dependency not found on PyPI and could not be audited: a (1)"


def answer(*told: dict[str, object]) -> Answer:
    """Return an answer about packages; pip-audit exits with 1 where one has a fault."""
    code = int(any(each.get("vulns") for each in told))
    return Answer(code, json.dumps({"dependencies": told, "fixes": []}), "")


def package(name: str, *faults: dict[str, object]) -> dict[str, object]:
    """Return what is told of a package that the service knows."""
    return {"name": name, "version": "1.0", "vulns": list(faults)}


def unknown(name: str) -> dict[str, object]:
    """Return what is told of a package that the service does not know."""
    return {"name": name, "skip_reason": UNKNOWN}


KNOWN = answer(package("jinja2", FAULT))
"""What a service says that is there, asked about a version with a fault."""


def audited(probe: Answer, about: Answer) -> tuple[int, list[str]]:
    """Audit with these answers."""
    return audit(lambda asked: probe if asked == FAULTY else about, "a==1.0 --hash=sha256:00\n")


def test_no_fault_is_well() -> None:
    said = audited(KNOWN, answer(package("a"), package("b")))
    assert said == (0, ["Audit: no known fault in 2 packages"])


def test_a_fault_fails_and_is_named() -> None:
    code, lines = audited(KNOWN, answer(package("a", FAULT, UNMENDED), package("b")))
    assert code == 1
    assert lines == [
        "a 1.0: CVE-2025-27516, mended in 3.1.6",
        "a 1.0: PYSEC-1, not mended yet",
        "Known faults in what is locked; see `make lock`.",
    ]


def test_what_the_service_does_not_know_is_named() -> None:
    code, lines = audited(KNOWN, answer(package("a"), unknown("b")))
    assert (code, lines) == (
        0,
        ["Audit: no known fault in 1 packages; the service does not know b"],
    )


@pytest.mark.parametrize("probe", [answer(unknown("jinja2")), answer(package("jinja2")), answer()])
def test_a_service_without_faults_is_not_trusted(probe: Answer) -> None:
    def ask(asked: str) -> Answer:
        assert asked == FAULTY, "nothing else is asked"
        return probe

    code, (line,) = audit(ask, "a==1.0\n")
    assert code == 0
    assert line.startswith("Audit skipped: the service knows no fault of jinja2==3.1.4")


@pytest.mark.parametrize(
    ("err", "why"),
    [
        (
            "Traceback (…):\nrequests.exceptions.ConnectionError: HTTPSConnectionPool(host='…')",
            "ConnectionError",
        ),
        ("requests.exceptions.ReadTimeout: HTTPSConnectionPool\n", "ReadTimeout"),
        ("pip_audit._service.interface.ServiceError\n", "ServiceError"),
        (
            "ERROR:pip_audit._cli:Could not connect to PyPI's vulnerability feed\n",
            "Could not connect to PyPI's vulnerability feed",
        ),
        ("requests.exceptions.JSONDecodeError: Expecting value: line 1", "JSONDecodeError"),
    ],
)
def test_without_a_network_it_is_skipped_in_one_line(err: str, why: str) -> None:
    code, lines = audited(Answer(1, "", err), KNOWN)
    assert code == 0
    assert lines == [f"Audit skipped: {why}"]


@pytest.mark.parametrize(
    "err",
    [
        "ERROR:pip_audit._cli:invalid requirements input: asked.txt\n",
        "usage: pip-audit [-h]\npip-audit: error: unrecognized arguments: --no-such\n",
        "",
    ],
)
def test_what_else_goes_wrong_fails(err: str) -> None:
    code, (line,) = audited(Answer(2, "", err), KNOWN)
    assert code == 1
    assert line.startswith("pip-audit failed: ")


def test_an_answer_is_read() -> None:
    told = answer(package("a", FAULT), unknown("b"))
    assert read(told) == Report(1, ("b",), ("a 1.0: CVE-2025-27516, mended in 3.1.6",))
    with pytest.raises(CannotAskError):
        read(Answer(1, "", "requests.exceptions.SSLError: certificate"))
