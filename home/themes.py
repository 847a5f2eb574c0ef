"""What organisations of the network work on, to begin with; the office changes the list as it likes."""

from members.models import Theme

THEMES = [
    ("Услуги в малки населени места", "Services in small settlements"),
    ("Селски туризъм", "Rural tourism"),
    ("Занаяти и наследство", "Crafts and heritage"),
    ("Млади хора", "Young people"),
    ("Къси вериги на доставка", "Short supply chains"),
    ("Природа и климат", "Nature and climate"),
    ("Култура и читалища", "Culture and chitalishta"),
    ("Социално включване", "Social inclusion"),
    ("Местна икономика", "Local economy"),
    ("Изграждане на капацитет", "Capacity building"),
]


def lay_out_themes() -> None:
    """Only where there is none: what the office has taken away does not come back."""
    if Theme.objects.exists():
        return
    for position, (bg, en) in enumerate(THEMES, 1):
        Theme.objects.create(title_bg=bg, title_en=en, position=position)
