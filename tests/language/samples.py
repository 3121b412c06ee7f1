"""Small essays in Ukrainian and in Hebrew, which use what the format has."""

from __future__ import annotations

UKRAINIAN = {
    "content/site.yaml": """\
title: Есе як карти
description: Два есе, розкладені на твердження.
language: uk
author: [Олена Коваль, Марко Бондар]
licence: Усі права застережено
""",
    "content/about.md": "# Про сайт\n\nТут зібрано есе.\n",
    "content/park/essay.yaml": """\
title: Парк уночі
subtitle: Чому одну браму слід лишити відчиненою
author: [Олена Коваль, Марко Бондар]
date: 2026-03-02
summary: Чи лишати браму відчиненою.
prose: |
  Рада питає, чи парк має [бути відчинений](#park-vidchyneno).
contention:
  id: park-vidchyneno
  aliases: [stara-nazva]
  text: Парк має бути відчинений уночі.
  premises:
    - {ref: bezpechno, weight: 2}
    - together: [{ref: svitlo}, {text: У місті немає іншого зеленого простору., implicit: true}]
      label: мабуть
  rebuttals:
    - text: Далекий кінець парку темний.
      by: Міська рада
points:
  - number: 1
    title: Безпека
    prose: |
      Доріжки освітлено. Сторожа обходить парк щогодини.
    claim:
      id: bezpechno
      text: Освітлений парк безпечний.
      premises:
        - text: Сторожа обходить парк щогодини.
          quote: Сторожа обходить парк щогодини.
          tags: [сторожа]
          undercuts:
            - text: Щогодини замало.
              rebuttals:
                - text: Опівночі обходять двічі.
        - id: svitlo
          text: Доріжки освітлено.
          note: Ліхтарі поставили торік.
          sources:
            - title: Звіт про парк
              author: Ірина Мельник
              url: https://example.org/zvit
              date: 2025-04
              accessed: 2026-02-01
              page: 12–14
      rebuttals:
        - text: Узимку ліхтарі гаснуть.
          accepted: false
  - number: 2
    title: Тиша
    claim:
      text: Уночі в парку тихо.
      presumed: false
""",
    "content/misto/essay.yaml": """\
title: Місто
author: Олена Коваль
contention:
  text: Місто має бути зеленим.
  premises: [{ref: park/park-vidchyneno}]
""",
}
"""A site in Ukrainian: every kind of page, and no English in what its authors wrote."""

HEBREW = {
    "content/site.yaml": "title: Essays\nlanguage: en\n",
    "content/gan/essay.yaml": """\
title: הפארק בלילה
subtitle: מדוע שער אחד צריך להישאר פתוח
author: רות לוי
date: 2026-03-02
language: he
prose: |
  המועצה שואלת אם הפארק צריך [להישאר פתוח](#patuah), גם אחרי 22:00. ראו את [הדוח](https://example.org/report).
contention:
  id: patuah
  text: הפארק צריך להישאר פתוח בלילה.
  premises:
    - ref: batuah
    - together:
        - text: השבילים לאורך האגם מוארים מאז 2024, והפנסים דולקים עד השעה 6:00 בבוקר.
        - text: לעובדי משמרות אין שטח ירוק אחר (מחקר WHO).
  rebuttals:
    - text: הקצה הרחוק של הפארק חשוך.
      rebuttals: [{text: גם שם הוצבו פנסים.}]
points:
  - number: 1
    title: ביטחון
    prose: |
      פארק מואר הוא בטוח. השומרים עוברים כל שעה.
    claim:
      id: batuah
      text: פארק מואר ומאויש בטוח בעשר כמו בשש.
      premises:
        - text: השומרים עוברים כל עשרים דקות.
          undercuts: [{text: עשרים דקות הן זמן רב מדי.}]
""",
    "content/city/essay.yaml": """\
title: The city
contention:
  id: green
  text: The city should be green.
  premises: [{ref: gan/patuah}]
""",
}
"""A site in English with an essay in Hebrew, and one in English that draws on it."""

HEBREW_SITE = {
    **HEBREW,
    "content/site.yaml": "title: מסות\nauthor: רות לוי\nlanguage: he\n",
    "content/odot.md": "# על האתר\n\nכאן מסות.\n",
    "content/city/essay.yaml": HEBREW["content/city/essay.yaml"] + "language: en\n",
}
"""A site in Hebrew, of whose interface there is no translation, with an essay in English."""
