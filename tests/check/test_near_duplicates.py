"""What says nearly the same, and what only looks like it; each is compared with a few others."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.analysis import stand
from argsite.check import duplicates, near_duplicates
from argsite.problems import Problem
from tests.sites import read, write

ALIKE = {
    "en": """
        The park is safe at night. / The park is safe by night.
        Night opening raises crime. / Opening at night raises crime.
        Night opening raises crime. / Night opening raises the crime rate.
        Night opening raises crime. / Opening at night raises the crime rate.
        Night opening raises crime. / Night opening increases crime.
        The park is safe at night. / Parks are safe at night.
        The park is safe at night. / The park is safe during the night.
        The park is safe at night. / At night the park is safe.
        The park should stay open at night. / The park should remain open at night.
        The park should stay open at night. / The park ought to stay open at night.
        Lamps make paths safe. / The lamps make the path safe.
        Crime fell in the city. / Crime fell in the cities.
        The lamp costs 3,000 euros a year. / The lamp costs 3,000 euros per year.
        Wardens pass until midnight. / Wardens pass until about midnight.
        We should raise the minimum wage. / We should increase the minimum wage.
        We need ten more lanes in the centre. / We need ten more lanes in the city centre.
        Colour matters to people. / Color matters to people.
        Socrates is mortal. / Socrates is mortl.
        The police don't patrol the park. / The police do not patrol the park.
        Taxes should be lowered. / Taxes should be reduced.
        The crime rate is high. / Crime rates are high.
        The death penalty deters crime. / Death penalty deters crimes.
    """,
    "de": """
        Die Wege am See sind sicher. / Die Wege an dem See sind sicher.
        Der Park soll nachts offen bleiben. / Der Park sollte nachts offen bleiben.
        Lampen machen Wege sicher. / Die Lampen machen die Wege sicher.
        Die Lampe macht den Weg sicher. / Die Lampen machen den Weg sicher.
        Rauchen verursacht Krebs. / Das Rauchen verursacht Krebs.
        Die Öffnung erhöht die Kriminalität. / Die Öffnung steigert die Kriminalität.
    """,
    "fr": """
        Le parc est sûr la nuit. / Le parc est sûr pendant la nuit.
        Les lampes rendent les chemins sûrs. / La lampe rend le chemin sûr.
        Le parc doit rester ouvert la nuit. / Le parc devrait rester ouvert la nuit.
        Le tabac provoque le cancer. / Le tabac cause le cancer.
        L'ouverture nocturne augmente le crime. / L'ouverture nocturne augmente les crimes.
    """,
    "uk": """
        Парк безпечний вночі. / Парк безпечний уночі.
        Лампи роблять стежки безпечними. / Лампа робить стежку безпечною.
        Парк має бути відкритим вночі. / Парк повинен бути відкритим вночі.
        Стежки біля озера безпечні. / Стежка біля озера безпечна.
    """,
}
"""By language, pairs that say the same."""

DIFFERENT = {
    "en": """
        The park is safe at night. / The park is not safe at night.
        The park is safe at night. / The park isn't safe at night.
        The park is safe at night. / The park is unsafe at night.
        The park is safe at night. / The park is safe by day.
        The park is safe at night. / The park was safe at night.
        The park is safe at night. / The park may be safe at night.
        The park is safe at night. / The park is safer at night.
        The park is safe at night. / The lake is safe at night.
        Paths have been lit since 2024. / Paths have been lit since 2023.
        Anna likes the park. / Anne likes the park.
        Dogs bite men. / Men bite dogs.
        Parents love children. / Children love parents.
        Crime rose after the opening. / Crime fell after the opening.
        Most residents want lamps. / Few residents want lamps.
        All men are mortal. / Some men are mortal.
        All men are mortal. / Men are mortal.
        Socrates is a man. / Socrates is mortal.
        Socrates is a man. / Plato is a man.
        The lamps cost 3,000 a year. / The lamps cost 30,000 a year.
        Lamps raise costs. / Lamps reduce costs.
        The gate opens before ten. / The gate opens after ten.
        The city pays the state. / The state pays the city.
        Poverty causes crime. / Crime causes poverty.
        Night opening raises crime. / Night opening raises costs.
        Night opening raises crime. / Day opening raises crime.
        If A then B. / If B then A.
        The capitalist is free. / Capitalism is free.
        No lamp is lit. / A lamp is lit.
        Boys are better at maths than girls. / Girls are better at maths than boys.
        Cars are faster than trains. / Trains are faster than cars.
        The mayor of Kyiv supports it. / The mayor of Lviv supports it.
        Men should stay at home. / Women should stay at home.
        The tax should be raised on wine. / The tax should be raised on beer.
        Everyone is happy. / No one is happy.
        The state should allow abortion. / The state should forbid abortion.
        The evidence supports the claim. / The evidence contradicts the claim.
        It is possible to live without meat. / It is impossible to live without meat.
        The law is just. / The law is unjust.
        The law is moral. / The law is immoral.
        The law is legal here. / The law is illegal here.
        Only residents may enter. / Residents may enter.
        The path is lit. / The path is long.
        The war began in 1914. / The war ended in 1918.
        Workers cross the park by day. / Workers cross the park by night.
        Prices rose in the north. / Prices rose in the south.
    """,
    "de": """
        Der Park ist sicher. / Der Park ist unsicher.
        Der Park ist sicher. / Der Park ist nicht sicher.
        Es gibt keine Lampen. / Es gibt eine Lampe.
        Hunde beißen Männer. / Männer beißen Hunde.
        Die Kriminalität steigt. / Die Kriminalität sinkt.
        Der Park muss offen sein. / Der Park kann offen sein.
        Alle Menschen sind sterblich. / Einige Menschen sind sterblich.
    """,
    "fr": """
        Le parc est sûr. / Le parc n'est pas sûr.
        Le crime monte. / Le crime baisse.
        Tous les hommes sont mortels. / Certains hommes sont mortels.
        Les chiens mordent les hommes. / Les hommes mordent les chiens.
    """,
    "uk": """
        Парк безпечний. / Парк небезпечний.
        Парк безпечний. / Парк не безпечний.
        Злочинність росте. / Злочинність падає.
        Усі люди смертні. / Деякі люди смертні.
        Собаки кусають людей. / Люди кусають собак.
    """,
}
"""By language, pairs that only look alike."""


def pairs(by_language: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language, line.strip())
        for language, lines in by_language.items()
        for line in lines.strip().splitlines()
    ]


def are_alike(language: str, pair: str, root: Path) -> bool:
    first, _, second = pair.partition(" / ")
    essay = f"""\
title: T
language: {language}
contention:
  id: top
  text: Xyzzy.
  premises:
    - {first}
    - {second}
"""
    write(root, {"content/park/essay.yaml": essay})
    library = read(root)[0].library
    assert library
    found: list[Problem] = []
    for check in (duplicates.check, near_duplicates.check):
        check(library, stand(library.graph), found.append)
    return bool(found)


@pytest.mark.parametrize(("language", "pair"), pairs(ALIKE))
def test_what_is_only_put_otherwise_is_found(language: str, pair: str, tmp_path: Path) -> None:
    assert are_alike(language, pair, tmp_path)


@pytest.mark.parametrize(("language", "pair"), pairs(DIFFERENT))
def test_what_says_something_else_is_left_alone(language: str, pair: str, tmp_path: Path) -> None:
    assert not are_alike(language, pair, tmp_path)


def compared(root: Path, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Return how many pairs of statements are compared, and how many problems are found."""
    items = "".join(f"    - {each}\n" for each in texts)
    essay = f"title: T\ncontention:\n  text: The park.\n  premises:\n{items}"
    write(root, {"content/park/essay.yaml": essay})
    library = read(root)[0].library
    assert library
    calls = []
    judge = near_duplicates._say_the_same  # noqa: SLF001 - counted, as it takes the time

    def counted(*pair: near_duplicates._Said) -> bool:
        calls.append(pair)
        return judge(*pair)

    monkeypatch.setattr(near_duplicates, "_say_the_same", counted)
    found: list[Problem] = []
    near_duplicates.check(library, stand(library.graph), found.append)
    return len(calls), len(found)


@pytest.mark.parametrize(
    "pattern",
    ["the lamp of {0} is lit", "lamp number {1} of the park is lit", "{0}", "park {0} lake {0}"],
)
def test_the_work_grows_with_the_statements_not_with_their_pairs(
    pattern: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{a}{b}{c}tree" for a in "abcdefghij" for b in "klmnopqrst" for c in "uvwxyz"]
    texts = [pattern.format(name, number) for number, name in enumerate(names)]
    calls, _ = compared(tmp_path, texts, monkeypatch)
    assert calls <= 80 * len(texts)


def test_a_slip_is_found_among_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"The wooden bench near lamp {n} was painted last summer." for n in range(500)]
    texts.append("The wooden bench near lamp 250 was paintd last summer.")
    assert compared(tmp_path, texts, monkeypatch)[1] == 1
