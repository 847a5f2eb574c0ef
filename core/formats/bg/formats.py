"""Dates and numbers as a Bulgarian reader writes them; Django says „22 Ноември“ and begins on Sunday.

The names of months in small letters come from our own translations (core/dates.py).
"""

DATE_FORMAT = "j F Y\u00a0г."
TIME_FORMAT = "G:i"
DATETIME_FORMAT = "j F Y\u00a0г., G:i"
YEAR_MONTH_FORMAT = "F Y\u00a0г."
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "d.m.Y\u00a0г."
SHORT_DATETIME_FORMAT = "d.m.Y\u00a0г., G:i"
FIRST_DAY_OF_WEEK = 1
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d.%m.%Y г.", "%d.%m.%y", "%d/%m/%Y", "%d-%m-%Y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S", "%H.%M"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H:%M", "%d.%m.%Y г., %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y"]
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\u00a0"
NUMBER_GROUPING = 3
