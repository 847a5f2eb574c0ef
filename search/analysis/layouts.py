"""What somebody meant who typed with another keyboard on: the Bulgarian standard (БДС) or the phonetic one."""

_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_BDS = ",уеишщксдзц;ьяаожгтнвмчюйъэфхпрлб"
_PHONETIC_KEYS = "qwertyuiop[]asdfghjklzxcvbnm`\\"
_PHONETIC = "явертъуиопшщасдфгхйклзьцжбнмчю"
_SHIFTED = str.maketrans('{}:"<>?~|', "[];',./`\\")
TO_CYRILLIC = [str.maketrans(_KEYS, _BDS), str.maketrans(_PHONETIC_KEYS, _PHONETIC)]
TO_LATIN = [str.maketrans(_BDS, _KEYS), str.maketrans(_PHONETIC, _PHONETIC_KEYS)]


def other_layouts(query: str) -> list[str]:
    """The same keys pressed with each of the other layouts; without those that give no words."""
    typed = query.lower().translate(_SHIFTED)
    has_latin = any("a" <= letter <= "z" for letter in typed)
    has_cyrillic = any("а" <= letter <= "я" for letter in typed)
    tables = (TO_CYRILLIC if has_latin else []) + (TO_LATIN if has_cyrillic else [])
    found = dict.fromkeys(typed.translate(table) for table in tables)
    return [text for text in found if text != typed and any(letter.isalpha() for letter in text)]
