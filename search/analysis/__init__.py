"""Bulgarian for the search: from texts and queries to terms, the same on every database.

A term is a word without blanks; two letters before it name its family:

    община      the word as it stands, in lower case
    s_общин     the stem of a Bulgarian or English word
    k_ob2in     the skeleton of a Cyrillic stem, met by queries in Latin letters
    l_kra3ar    the skeleton of a word that stands in Latin letters, met by queries in Cyrillic
    f_kra3are   the skeleton of a whole word of a title, for suggestions
    c_миг       something that has several names: МИГ, местна инициативна група
    n_rd50_39   a code or number with its signs: РД50-39/23.04.2018

`texts` makes the terms of what is found, `queries` those of what is looked for.
"""

VERSION = 2
"""What is in the index was made by this analysis; one more makes everything be analysed anew."""
