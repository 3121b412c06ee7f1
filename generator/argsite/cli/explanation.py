"""Why a statement has its status, step by step, for a terminal and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from argsite.analysis import (
    Ground,
    Label,
    Reason,
    Standing,
    explain,
    explain_step,
    flatten,
    grounds,
)
from argsite.cli.argument_tree import BOLD, FAINT, deepest_on, statement_runs
from argsite.cli.branches import Twig, draw
from argsite.cli.paragraph import Ink, Run, lines
from argsite.cli.terminal import Screen
from argsite.diagram.words import relation, status_word
from argsite.language import ENGLISH
from argsite.markdown import plain
from argsite.model import Argument, Library, Statement, Status
from argsite.pages.wording import meaning, place_in

_FATES = {
    Label.IN: ("holds", Ink("green", bold=True)),
    Label.OUT: ("fails", Ink("red", bold=True)),
    Label.OPEN: ("open", Ink("yellow", bold=True)),
}

_CONTINUED = (Run("Continued from above", BOLD),)

_STEPS = (
    "A step holds where all its premises hold and nothing that undercuts it does; it fails where a "
    "premise fails or something that undercuts it holds."
)
_WEIGHTS = (
    "Where reasons for and against both hold, those of the greater weight decide; a reason without "
    "a weight counts 1."
)


class Explanation:
    """One statement of a library, and why it has its status."""

    def __init__(self, library: Library, standing: Standing, statement: Statement) -> None:
        self._library = library
        self._graph = library.graph
        self._standing = standing
        self._statement = statement
        self._essay = library.essay(statement.essay)
        self._weighed: dict[str, bool] = {}

    def short(self) -> str:
        """Return status and reason in a line."""
        key = self._statement.key
        word = status_word(ENGLISH, self._standing.statuses[key])
        return f"{self._statement.id}: {word}. {self._why(key)}"

    def text(self, screen: Screen) -> Iterator[str]:
        """Yield the lines of the whole explanation."""
        parts = grounds(self._graph, self._standing, self._statement.key, deepest_on(screen))
        for paragraph in self._opening(screen):
            yield from lines(paragraph, "", "", screen.width, coloured=screen.coloured)
        for place, part in enumerate(parts):
            shown = part if place else part[1:]
            if not shown:
                continue
            yield ""
            if place:
                yield from lines(_CONTINUED, "", "", screen.width, coloured=screen.coloured)
            yield from draw([self._twig(each, screen) for each in shown], screen)
        for rule in self._rules(parts):
            yield ""
            yield from lines((Run(rule, FAINT),), "", "", screen.width, coloured=screen.coloured)

    def data(self) -> dict[str, object]:
        """Return the whole explanation as JSON has it."""
        parts = grounds(self._graph, self._standing, self._statement.key, deepest=2**31)
        own = self._statement_data(self._statement.key)
        expected = self._statement.expect
        rule = meaning(ENGLISH, self._standing.statuses[self._statement.key])
        steps = [self._data(each) for each in chain.from_iterable(parts)][1:]
        return own | {"rule": rule, "expect": expected and expected.text, "because": steps}

    def _opening(self, screen: Screen) -> Iterator[tuple[Run, ...]]:
        """Yield what is said of the statement itself."""
        statement = self._statement
        status = self._standing.statuses[statement.key]
        yield statement_runs(statement, status, statement.id, screen)
        yield (Run(place_in(ENGLISH, statement, self._essay.title), FAINT),)
        yield ()
        yield (Run(f"{status_word(ENGLISH, status).capitalize()}: ", BOLD), Run(_rule(status)))
        yield (Run(self._why(statement.key)),)
        if statement.expect and statement.expect.text != status:
            yield (Run(f"The author expects another status: {statement.expect.text}."),)

    def _twig(self, ground: Ground, screen: Screen) -> Twig:
        if ground.argument:
            return self._step(ground)
        key = ground.statement
        statement = self._graph.statements[key]
        name = self._essay.name_of(key)
        said = statement_runs(statement, self._standing.statuses[key], name, screen)
        if ground.again:
            where = "the circle closes here" if ground.closes_circle else "see above"
            return Twig(ground.depth, (*said, Run(f"  {where}", FAINT)))
        if ground.continues:
            return Twig(ground.depth, (*said, Run("  continued below", FAINT)))
        return Twig(ground.depth, said, (Run(self._why(key)),))

    def _step(self, ground: Ground) -> Twig:
        step = self._graph.arguments[ground.argument]
        fate, ink = _FATES[self._standing.labels[step.key]]
        facts = [fate]
        if self._is_weighed(step):
            facts.append(f"weight {step.weight:g}")
        said = ""
        if not ground.decides:  # its premises do not follow, so they are named here
            facts.append("does not decide here")
            said = f"From {ENGLISH.listed([self._named(each) for each in step.premises])}. "
        return Twig(
            ground.depth,
            (
                Run(f"{relation(ENGLISH, step.kind)} ", BOLD),
                Run(f"({', '.join(facts)}):", ink if ground.decides else FAINT),
                Run(f" {said}{self._why_step(step.key)}"),
            ),
        )

    def _is_weighed(self, step: Argument) -> bool:
        """Say whether the weights of what bears on the same target are worth a word."""
        target = step.target
        if target not in self._weighed:
            bearing = self._graph.bearing_on(target)
            self._weighed[target] = any(each.weight != 1 for each in bearing)
        return self._weighed[target]

    def _rules(self, parts: Sequence[Sequence[Ground]]) -> Iterator[str]:
        """Yield the rules that the explanation makes use of."""
        keys = (each.argument for each in chain.from_iterable(parts) if each.argument)
        steps = [self._graph.arguments[key] for key in keys]
        if steps:
            yield _STEPS
        if any(self._is_weighed(each) for each in steps):
            yield _WEIGHTS

    def _data(self, ground: Ground) -> dict[str, object]:
        if ground.statement:
            found = self._statement_data(ground.statement)
            return {"depth": ground.depth, "again": ground.again} | found
        step = self._graph.arguments[ground.argument]
        return {
            "depth": ground.depth,
            "step": step.key,
            "kind": step.kind.value,
            "label": self._standing.labels[step.key].value,
            "weight": step.weight,
            "premises": list(step.premises),
            "target": step.target,
            "decides": ground.decides,
            "reason": self._why_step(step.key),
        }

    def _statement_data(self, key: str) -> dict[str, object]:
        return {
            "statement": key,
            "text": plain(self._graph.statements[key].text.text),
            "status": self._standing.statuses[key].value,
            "reason": self._why(key),
        }

    def _why(self, key: str) -> str:
        return self._told(explain(ENGLISH, self._graph, self._standing, key))

    def _why_step(self, key: str) -> str:
        return self._told(explain_step(ENGLISH, self._graph, self._standing, key))

    def _told(self, reason: Reason) -> str:
        """Return a reason as text in which statements are named by their ids."""
        return flatten(reason, self._named)

    def _named(self, key: str) -> str:
        return f"[{self._essay.name_of(key)}]"


def _rule(status: Status) -> str:
    """Return what a status says, to follow a colon."""
    text = meaning(ENGLISH, status)
    return text[:1].lower() + text[1:]
