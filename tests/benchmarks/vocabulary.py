"""Words that made-up essays are written in, so that no two of them say the same."""

from __future__ import annotations

import random

TOPICS = (
    *("parks", "libraries", "harbours", "schools", "markets", "trams", "bridges", "hospitals"),
    *("orchards", "theatres", "archives", "rivers", "museums", "kitchens", "playgrounds", "farms"),
    *("cycling", "housing", "lighting", "noise", "water", "waste", "rents", "taxes", "energy"),
    *("forests", "ferries", "stadiums", "pharmacies", "workshops", "festivals", "cemeteries"),
    *("elections", "newspapers", "broadband", "childcare", "pensions", "tourism", "fishing"),
)
"""What essays are about; each is a tag, too."""

FACETS = (
    *("cost", "safety", "health", "trust", "law", "history", "survey", "forecast", "fairness"),
    *("maintenance", "evening", "winter", "neighbours", "visitors", "staff", "budget", "hedge"),
)
"""Tags that essays share."""

_WHO = (
    *("council", "mayor", "auditor", "committee", "board", "union", "planner", "warden", "tenant"),
    *("trader", "parent", "teacher", "nurse", "driver", "engineer", "historian", "gardener"),
    *("resident", "visitor", "commuter", "student", "pensioner", "caretaker", "volunteer", "judge"),
    *("reporter", "landlord", "surveyor", "architect", "musician", "farmer", "skipper", "clerk"),
)
_KIND = (
    *("first", "second", "older", "newer", "local", "regional", "former", "present", "smaller"),
    *(
        "larger",
        "outer",
        "inner",
        "northern",
        "southern",
        "eastern",
        "western",
        "public",
        "private",
    ),
    *("elected", "hired", "retired", "patient", "careful", "busy", "cautious", "outspoken"),
)
_DID = (
    *("measured", "doubted", "underrated", "welcomed", "postponed", "repaired", "abandoned"),
    *("financed", "inherited", "documented", "reopened", "neglected", "overlooked", "defended"),
    *("replaced", "shortened", "extended", "published", "withdrew", "renewed", "halved", "doubled"),
    *("inspected", "compared", "counted", "promised", "delayed", "restored", "rejected", "tested"),
    *("rebuilt", "surveyed", "leased", "expanded", "criticised", "simplified", "explained"),
)
_WHAT = (
    *("opening hours", "night service", "rent index", "noise limit", "repair fund", "fare table"),
    *("staff rota", "water meter", "entry fee", "street plan", "flood wall", "cycle lane"),
    *("school meal", "reading room", "ticket gate", "winter stock", "lamp grid", "safety report"),
    *("building permit", "crossing time", "waste charge", "tree register", "visitor count"),
    *("loan scheme", "patient file", "harbour due", "market stall", "bus contract", "job centre"),
    *(
        "energy bill",
        "public toilet",
        "old archive",
        "summer stage",
        "training course",
        "air filter",
    ),
)
_WHERE = (
    *("along the canal", "behind the station", "near the old mill", "in the upper town"),
    *("around the cathedral", "on the east bank", "at the tram depot", "beside the ring road"),
    *("by the fish market", "under the viaduct", "in the new quarter", "outside the walls"),
    *("above the lock", "across the marsh", "at the county border", "within the old customs house"),
)
_WHEN = (
    *("before the flood", "after the reform", "during the strike", "since the merger"),
    *("in a dry summer", "on working days", "every other winter", "within two years"),
    *("for half a decade", "at the last count", "long before dawn", "through the holidays"),
    *("over three terms", "until the audit", "in most months", "against all forecasts"),
)
_LEADS = (
    *("By its own account", "As far as anyone recorded", "On closer inspection", "As a rule"),
    *("Without much debate", "Contrary to the report", "In the view of many", "At some expense"),
)
_STARTS = ("Bar", "Cor", "Del", "Ester", "Fal", "Gar", "Hol", "Kel", "Lin", "Mor", "Nor", "Os")
_MIDDLES = ("a", "en", "i", "o", "um", "er", "al", "is", "on", "u", "ar", "el", "ing", "ur")
_ENDS = (
    "bach",
    "by",
    "dale",
    "ford",
    "ham",
    "haven",
    "low",
    "mere",
    "port",
    "stead",
    "ton",
    "wick",
)


class Writer:
    """Writes texts about one town; the same seed writes the same."""

    def __init__(self, seed: str) -> None:
        """Choose a town, its people and its subject."""
        self.random = random.Random(seed)  # noqa: S311 - no secret depends on it
        self.town = self._name()
        self.topic = self.pick(TOPICS)
        self.people = tuple(f"{self._name()[0]}. {self._name()}" for _ in range(4))
        self.tags = (self.topic, *self.random.sample(FACETS, 5))
        self._known: set[str] = set()
        self.works = tuple(self._work(number) for number in range(1, 16))

    def pick(self, words: tuple[str, ...]) -> str:
        """Return one of some words."""
        return self.random.choice(words)

    def likely(self, share: float) -> bool:
        """Return True in so many of all cases."""
        return self.random.random() < share

    def statement(self) -> str:
        """Return a sentence that this writer has not written before."""
        while (text := self._sentence()) in self._known:
            continue
        self._known.add(text)
        return text

    def heading(self) -> str:
        """Return a title."""
        return f"The {self.pick(_KIND)} {self.pick(_WHAT)} of {self.town}"

    def passage(self) -> str:
        """Return a few words that can stand in a sentence."""
        return f"{self.pick(_DID)} the {self.pick(_WHAT)} {self.pick(_WHERE)}"

    def _sentence(self) -> str:
        who = f"the {self.pick(_KIND)} {self.pick(_WHO)}"
        did = f"{self.pick(_DID)} the {self.pick(_WHAT)}"
        amount = self.random.choice(("", "", f" of {self.random.randint(12, 1990)}"))
        tail = self.random.choice(("", f" {self.pick(_WHEN)}"))
        place = self.random.choice((f" in {self.town}", f" {self.pick(_WHERE)}", ""))
        if self.likely(0.15):
            return f"{self.pick(_LEADS)}, {who} {did}{amount}{place}{tail}."
        text = f"{who} {did}{amount}{place}{tail}."
        return text[0].upper() + text[1:]

    def _work(self, number: int) -> tuple[str, ...]:
        """Return the title, author, address and date of a report."""
        year = self.random.randint(1988, 2025)
        title = f"{self.pick(_WHAT).capitalize()} in {self.town}, a report on {year}"
        address = f"https://example.org/{self.town.lower()}/report-{number}"
        return title, self.pick(self.people), address, f"{year + 1}-{number % 12 + 1:02}"

    def _name(self) -> str:
        middles = "".join(self.pick(_MIDDLES) for _ in range(self.random.randint(1, 2)))
        return f"{self.pick(_STARTS)}{middles}{self.pick(_ENDS)}"
