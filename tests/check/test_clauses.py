"""Sentences in which a word, a semicolon or a full stop joins two clauses, and others like them."""

from __future__ import annotations

import pytest

from argsite.check.double_statements import joint_of
from argsite.language import grammar

TWO = {
    "en": """
        Crime fell and the park stayed open.
        The park is dark and the lake is deep.
        Lamps cost money and wardens cost more.
        Night opening raises crime and it costs too much.
        The city saves money, and the residents sleep better.
        Crime rose; residents left.
        The gate is old but it still works.
        The gate is old, but the lock is new.
        Socrates is a man and all men are mortal.
        Taxes rise and wages fall.
        Smoking causes cancer and it should be banned.
        Dogs bark and cats meow.
        The park is safe. The park is cheap.
        Cars pollute the air and buses do not.
        Children need space, and parks give it.
        The wardens left and the crime rate doubled.
        Nuclear power is safe and wind power is expensive.
        Vaccines work and they save lives.
        God exists and God is good.
        The law is unjust and people ignore it.
        Prices went up and demand went down.
        It is raining and the streets are wet.
        The earth is round and the sun is hot.
        The police arrived and everyone left.
        Most people want the park open and the council agrees.
        Meat is murder and we should not eat it.
        Schools need money, and teachers need respect.
        The moon landing was real and conspiracy theories are wrong.
        The park is safe, and the city should keep it open.
        The bus is late and I am cold.
        The data are old and the method is flawed.
        Tests are cheap and accurate; nobody uses them.
    """,
    "de": """
        Die Kriminalität sank und der Park blieb offen.
        Der Park ist dunkel und der See ist tief.
        Die Lampen kosten Geld und die Wächter kosten mehr.
        Die Preise steigen und die Löhne sinken.
        Hunde bellen und Katzen miauen.
        Das Tor ist alt, aber das Schloss ist neu.
        Die Stadt spart Geld, und die Anwohner schlafen besser.
        Der Park ist sicher. Der Park ist billig.
        Die Kriminalität stieg; viele Anwohner zogen weg.
        Impfungen wirken und sie retten Leben.
        Es regnet und die Straßen sind nass.
        Die Polizei kam und alle gingen.
    """,
    "fr": """
        La criminalité a baissé et le parc est resté ouvert.
        Le parc est sombre et le lac est profond.
        Les lampes coûtent cher et les gardiens coûtent plus.
        Les prix montent et les salaires baissent.
        Les chiens aboient et les chats miaulent.
        La porte est vieille, mais la serrure est neuve.
        La ville économise, et les habitants dorment mieux.
        Le parc est sûr. Le parc est bon marché.
        Le crime augmente ; les habitants partent.
        Les vaccins marchent et ils sauvent des vies.
        Il pleut et les rues sont mouillées.
        La police est arrivée et tout le monde est parti.
    """,
    "uk": """
        Злочинність знизилася, і парк залишився відкритим.
        Злочинність знизилася, а парк залишився відкритим.
        Парк темний, а озеро глибоке.
        Лампи коштують грошей, і сторожі коштують більше.
        Ціни ростуть, а зарплати падають.
        Собаки гавкають, і коти нявкають.
        Парк безпечний. Парк дешевий.
        Злочинність зросла; мешканці виїхали.
        Вакцини працюють, і вони рятують життя.
        Іде дощ, і вулиці мокрі.
        Поліція приїхала, і всі пішли.
    """,
}
"""By language, what says two things."""

ONE = {
    "en": """
        Bread and butter are cheap.
        A lit and staffed park is as safe at ten as at six.
        The park is clean and quiet.
        Paths and benches were repaired in 2024.
        Wardens and lamps together make the park safe.
        Men and women are equal.
        The house is old and has no roof.
        Supply and demand set prices.
        Burglaries and park robberies rise and fall together.
        He said that the park is dark and that the lake is deep.
        If the park is lit and the gate is open, people come.
        The park is open between six and ten.
        People walk and run in the park.
        The council asked residents and shop owners what they want.
        Crime fell in the park and in the streets around it.
        Lamps make paths safer and cheaper to guard.
        Both lamps and wardens are needed.
        Rock and roll is dead.
        Research and development spending rose last year.
        The use of lamps and benches in parks is rising.
        The lake, the paths and the benches belong to the city.
        Shift workers cross the park and use the benches at night.
        Salt and pepper improve taste.
        Safe and legal abortion reduces harm.
        Law and order matter.
        When the lamps are lit and the wardens pass, robberies are rare.
        The U.S. Army and the Navy agree.
        Cost and benefit analyses show that the park pays for itself.
        Trial and error works.
        Roads and bridges need repair.
        Animals feel pain and fear.
        The city should light the paths and pay the wardens.
        Cats and dogs sleep a lot.
        The law protects freedom of speech and assembly.
        Jobs and homes were lost when the factory closed.
        The park which is lit and the lake which is deep attract visitors.
        People who smoke and people who drink cost the state money.
        The poor but honest worker deserves a fair wage.
        Not only lamps but also wardens make it safe.
        Nothing but light makes a park safe.
        The lamps are old but bright.
        The park is small but it's what the residents asked for, they say.
        Crime is so low that the gate and the fence are useless.
        The judge, who is old, and the jury agree.
        This is true and important.
        The rich and famous live there.
        The lamp between the gate and the lake is lit at night.
        Half the residents and most shop owners oppose closing it.
        Because crime fell and rents rose, people moved.
    """,
    "de": """
        Brot und Butter sind billig.
        Die Wege und Bänke wurden 2024 erneuert.
        Der Park ist sauber und ruhig.
        Angebot und Nachfrage bestimmen den Preis.
        Wenn der Park hell ist und das Tor offen steht, kommen Leute.
        Er sagt, dass der Park dunkel ist und dass der See tief ist.
        Männer und Frauen sind gleich.
        Das Haus ist alt und hat kein Dach.
        Lampen und Wächter machen den Park sicher.
        Zwischen sechs und zehn ist der Park offen.
        Die Stadt soll die Wege beleuchten und die Wächter bezahlen.
        Nicht nur Lampen, sondern auch Wächter sind nötig.
        Klein, aber fein ist der Park.
    """,
    "fr": """
        Le pain et le beurre sont bon marché.
        Les chemins et les bancs ont été réparés en 2024.
        Le parc est propre et calme.
        L'offre et la demande fixent les prix.
        Si le parc est éclairé et que la porte est ouverte, les gens viennent.
        Il dit que le parc est sombre et que le lac est profond.
        Les hommes et les femmes sont égaux.
        La maison est vieille et n'a pas de toit.
        Les lampes et les gardiens rendent le parc sûr.
        Entre six et dix heures le parc est ouvert.
        La ville doit éclairer les chemins et payer les gardiens.
    """,
    "uk": """
        Хліб і масло дешеві.
        Стежки та лавки відремонтували у 2024 році.
        Парк чистий і тихий.
        Попит і пропозиція визначають ціну.
        Якщо парк освітлений і ворота відчинені, люди приходять.
        Він каже, що парк темний і що озеро глибоке.
        Чоловіки й жінки рівні.
        Дім старий і не має даху.
        Лампи та сторожі роблять парк безпечним.
        Місто має освітити стежки і платити сторожам.
        Не лише лампи, а й сторожі потрібні.
        Це не парк, а пустище.
    """,
}
"""By language, what says one thing, though it holds a word that could join two."""


def sentences(by_language: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language, line.strip())
        for language, lines in by_language.items()
        for line in lines.strip().splitlines()
    ]


@pytest.mark.parametrize(("language", "text"), sentences(TWO))
def test_two_clauses_are_found(language: str, text: str) -> None:
    assert joint_of(text, grammar(language))


@pytest.mark.parametrize(("language", "text"), sentences(ONE))
def test_one_clause_is_left_alone(language: str, text: str) -> None:
    assert joint_of(text, grammar(language)) == ""


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("Crime rose; residents left.", "';'"),
        ("The lake is deep. Nobody swims there.", "a full stop"),
        ("Is it safe? Nobody knows.", "'?'"),
        ("Close it! Crime rose.", "'!'"),
        ("公園は安全です。湖は深いです。", "a full stop"),
        ("「好。」他说", ""),
    ],
)
def test_what_joins_two_statements_is_named(text: str, joint: str) -> None:
    assert joint_of(text, grammar("en")) == joint
