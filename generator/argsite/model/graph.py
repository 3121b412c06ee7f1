"""The graph of a whole site: statements, arguments, and who bears on whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argsite.model.argument import Argument, Kind
from argsite.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Graph:
    """Statements and arguments by key. Every list is in the order of writing.

    Every premise and every target is a key of the graph (`Graph.of` leaves out arguments for which
    that does not hold; `load` has reported them).
    """

    statements: Mapping[str, Statement]
    """Every statement of the site."""

    arguments: Mapping[str, Argument]
    """Every argument of the site."""

    _bearing: Mapping[str, tuple[Argument, ...]]
    """Key of a statement or argument to what speaks for, against or undercuts it."""

    _uses: Mapping[str, tuple[Argument, ...]]
    """Key of a statement to the arguments it is a premise of."""

    @classmethod
    def of(cls, statements: Iterable[Statement], arguments: Iterable[Argument]) -> Graph:
        """Index statements and arguments."""
        by_key = {each.key: each for each in statements}
        is_known = by_key.__contains__
        steps: dict[str, Argument] = {}
        for each in arguments:
            is_aimed = each.target in by_key or each.target in steps
            if is_aimed and all(map(is_known, each.premises)):
                steps[each.key] = each
        bearing: dict[str, list[Argument]] = {}
        uses: dict[str, list[Argument]] = {}
        for step in steps.values():
            bearing.setdefault(step.target, []).append(step)
            premises = step.premises
            for premise in premises if len(premises) == 1 else dict.fromkeys(premises):
                uses.setdefault(premise, []).append(step)
        return cls(
            by_key,
            steps,
            {key: tuple(each) for key, each in bearing.items()},
            {key: tuple(each) for key, each in uses.items()},
        )

    def bearing_on(self, key: str) -> tuple[Argument, ...]:
        """Return every argument that speaks for, against or undercuts `key`."""
        return self._bearing.get(key, ())

    def arguments_for(self, key: str) -> tuple[Argument, ...]:
        """Return the arguments that support the statement."""
        return self._of_kind(key, Kind.FOR)

    def arguments_against(self, key: str) -> tuple[Argument, ...]:
        """Return the arguments that attack the statement."""
        return self._of_kind(key, Kind.AGAINST)

    def undercuts_of(self, key: str) -> tuple[Argument, ...]:
        """Return the arguments that undercut the argument."""
        return self._of_kind(key, Kind.UNDERCUT)

    def uses_of(self, key: str) -> tuple[Argument, ...]:
        """Return the arguments that the statement is a premise of."""
        return self._uses.get(key, ())

    def concluded(self, argument: Argument) -> Statement:
        """Return the statement an argument is about; for an undercut, that of the step it attacks.

        Undercuts of undercuts are followed down to the statement.
        """
        while argument.target in self.arguments:
            argument = self.arguments[argument.target]
        return self.statements[argument.target]

    def _of_kind(self, key: str, kind: Kind) -> tuple[Argument, ...]:
        return tuple(each for each in self._bearing.get(key, ()) if each.kind is kind)
