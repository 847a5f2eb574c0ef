"""How people write Bulgarian words in Latin letters."""

LATIN = """
obshtina община
obshtini общини
obstina община
ob6tina община
obshtinata общината
chitalishte читалище
4itali6te читалище
chitalishta читалища
chitalisteto читалището
Krushare Крушаре
kru6are Крушаре
Tundzha Тунджа
Tundja Тунджа
Yambol Ямбол
Iambol Ямбол
Qmbol Ямбол
Jambol Ямбол
Sofia София
Sofiya София
sofiq София
Plovdiv Пловдив
Stara Zagora Стара Загора
Harmanli Харманли
Xarmanli Харманли
Kharmanli Харманли
Lyaskovets Лясковец
Liaskovec Лясковец
Lqskovec Лясковец
Strazhitsa Стражица
Strajica Стражица
strategia стратегия
strategiya стратегия
strategiq стратегия
merki мерки
myarka мярка
miarka мярка
mqrka мярка
proekti проекти
proekt проект
srokove срокове
srokyt срокът
srokat срокът
pokana покана
sabranie събрание
sybranie събрание
subranie събрание
sabitia събития
sybitiq събития
obuchenie обучение
obu4enie обучение
obucheniya обучения
sreshta среща
sre6ta среща
sreshti срещи
jeni жени
zheni жени
sdruzhenie сдружение
sdrujenie сдружение
zemedelie земеделие
izvanredno извънредно
mezhdunarodno международно
mejdunarodno международно
Dzhebel Джебел
Djebel Джебел
Veliko Tarnovo Велико Търново
Veliko Turnovo Велико Търново
Veliko Tyrnovo Велико Търново
Tsenovo Ценово
Cenovo Ценово
Kyustendil Кюстендил
Kiustendil Кюстендил
Shabla Шабла
6abla Шабла
"""
