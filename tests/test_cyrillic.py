"""Uzbek Latin becomes Cyrillic by the rules, and what is no Uzbek stays."""

import pytest

from catalogue.cyrillic import cyrillic, endings_joined
from catalogue.cyrillic_words import BEGINNINGS, FOREIGN, WORDS

PAIRS = """
    yanvar январь | fevral февраль | mart март | aprel апрель | may май | iyun июнь
    iyul июль | avgust август | sentabr сентябрь | oktabr октябрь | noyabr ноябрь
    dekabr декабрь | yanvardan январдан | fevraldagi февралдаги | sentabrgacha сентябргача

    Oʻzbekiston Ўзбекистон | Qirgʻiziston Қирғизистон | Qozogʻiston Қозоғистон
    Tojikiston Тожикистон | Turkmaniston Туркманистон | Rossiya Россия | Ukraina Украина
    Belarus Беларусь | Gruziya Грузия | Armaniston Арманистон | Ozarbayjon Озарбайжон
    Moldova Молдова | Latviya Латвия | Estoniya Эстония | Germaniya Германия
    Fransiya Франция | Gretsiya Греция | Shveytsariya Швейцария | Shvetsiya Швеция
    Belgiya Бельгия | Polsha Польша | Malta Мальта | Avstriya Австрия | Chexiya Чехия
    Yevropa Европа | Yaponiya Япония | Koreya Корея | Xitoy Хитой | Turkiya Туркия
    Eron Эрон | Afgʻoniston Афғонистон | Hindiston Ҳиндистон | Pokiston Покистон
    Vyetnam Вьетнам | Iordaniya Иордания | Yaman Яман | Efiopiya Эфиопия
    Ekvador Эквадор | Botsvana Ботсвана | Moskva Москва | Toshkent Тошкент | Vena Вена
    Jeneva Женева | Bryussel Брюссель | Xelsinki Хельсинки | Ashxobod Ашхобод
    Yerevan Ереван | Sirdaryo Сирдарё | Buxoro Бухоро | Fargʻona Фарғона | Andijon Андижон

    konvensiya конвенция | konvensiyasi конвенцияси | protokol протокол
    deklaratsiya декларация | konstitutsiya конституция | migratsiya миграция
    readmissiya реадмиссия | ratifikatsiya ратификация | denonsatsiya денонсация
    federatsiya федерация | reintegratsiya реинтеграция | komissiya комиссия
    sessiya сессия | pensiya пенсия | versiya версия | funksiya функция | aksiya акция
    inspeksiya инспекция | sanksiya санкция | korrupsiya коррупция | konsepsiya концепция
    konferensiya конференция | instansiya инстанция | stansiya станция | provinsiya провинция
    potensial потенциал | aksioner акционер | litsenziya лицензия | protsess процесс
    sotsial социал | litsey лицей | ofitser офицер | yustitsiya юстиция | sentr центр
    sement цемент | sirk цирк | sirka сирка | sikl цикл | sitata цитата | prinsip принцип
    sivilizatsiya цивилизация | insident инцидент | munisipal муниципал | aksiz акциз
    otsiz отсиз | muddatsiz муддатсиз | hujjatsiz ҳужжатсиз | ruxsatsiz рухсатсиз
    etsa этса | oʻtsa ўтса | aytsam айтсам | etsin этсин | ketsalar кетсалар

    munosabat муносабат | maʼlumot маълумот | taʼlim таълим | sanʼat санъат
    masʼul масъул | eʼlon эълон | eʼtibor эътибор | eʼtiboran эътиборан | Qurʼon Қуръон
    jurʼat журъат | anʼana анъана | taʼsir таъсир | baʼzi баъзи | maʼmuriy маъмурий
    moʻjiza мўъжиза | moʻtabar мўътабар | Isʼhoq Исҳоқ | asʼhob асҳоб
    yetti етти | yer ер | yil йил | yoʻq йўқ | yoʻl йўл | yoʻriqnoma йўриқнома
    yozuv ёзув | yuridik юридик | yarim ярим | tayyor тайёр | dunyo дунё | daryo дарё
    bayonot баёнот | hayot ҳаёт | hokimiyat ҳокимият | milliy миллий | asosiy асосий
    buyurtma буюртма | uyushma уюшма | qiyin қийин | ayol аёл | oyat оят | muayyan муайян
    eksport экспорт | elchi элчи | elchixona элчихона | ekspert эксперт | poema поэма
    aeroport аэропорт | koeffitsiyent коэффициент | noekologik ноэкологик
    proyekt проект | loyiha лойиҳа | obyekt объект | subyekt субъект | syezd съезд
    premyer премьер | premyera премьера | karyera карьера | kuryer курьер | atelye ателье

    shartnoma шартнома | bitim битим | kelishuv келишув | memorandum меморандум
    departamenti департаменти | vazirlik вазирлик | boshqarma бошқарма | qoʻmita қўмита
    agentlik агентлик | hukumat ҳукумат | davlatlararo давлатлараро | idoralararo идоралараро
    hukumatlararo ҳукуматлараро | qoʻshilish қўшилиш | ishtirokchi иштирокчи
    depozitariy депозитарий | tomonlar томонлар | imzolash имзолаш | qonun қонун
    farmon фармон | qaror қарор | modda модда | band банд | ilova илова | chegara чегара
    fuqaro фуқаро | fuqarolik фуқаролик | xalqaro халқаро | tashkilot ташкилот
    mehnat меҳнат | muhojir муҳожир | qochqin қочқин | boshpana бошпана | jinoyat жиноят
    odam одам | savdo савдо | tashqi ташқи | ishlar ишлар | ichki ички | adliya адлия
    bogʻ боғ | togʻ тоғ | togʻay тоғай | gʻalaba ғалаба | singil сингил | tong тонг
    yangi янги | kengash кенгаш | jahon жаҳон | shahar шаҳар | choy чой | hech ҳеч

    albatta албатта | alfavit алфавит | film фильм | filmlar фильмлар | rol роль
    roli роли | kalendar календарь | model модель | modellar моделлар | modul модуль
    albom альбом | kompyuter компьютер | fakultet факультет | konsultatsiya консультация
    konsul консул | general генерал | portal портал | pasport паспорт | alyans альянс
    byuro бюро | byudjet бюджет | valyuta валюта | rayon район | mayor майор | sudya судья
    intervyu интервью | otel отель | profil профиль | mobilizatsiya мобилизация

    OʻZBEKISTON ЎЗБЕКИСТОН | SHARQ ШАРҚ | Sharq Шарқ | CHEGARA ЧЕГАРА | Yoʻl Йўл
    YOʻL ЙЎЛ | Yangi Янги | YANGI ЯНГИ | MAʼLUMOT МАЪЛУМОТ | Maʼlumot Маълумот
    KONSTITUTSIYA КОНСТИТУЦИЯ | KONVENSIYA КОНВЕНЦИЯ | Eʼlon Эълон | Isʼhoqov Исҳоқов
    ELCHI ЭЛЧИ | VYETNAM ВЬЕТНАМ | FILM ФИЛЬМ | Film Фильм | YANVAR ЯНВАРЬ

    XMT ХМТ | BMT БМТ | MDH МДҲ | AQSH АҚШ | YUNESKO ЮНЕСКО | SHHT ШҲТ | YeOII ЕОИИ
    OʻzR ЎзР | YI ЕИ | YXHT ЕХҲТ
"""
WORD_PAIRS = [
    pair.split() for line in PAIRS.splitlines() for pair in line.split("|") if pair.strip()
]

SENTENCES = [
    ("2015-yil 14-mart", "2015 йил 14 март"),
    ("2018-yil 7-fevraldagi qaror", "2018 йил 7 февралдаги қарор"),
    ("2015–2020-yillar", "2015–2020 йиллар"),
    ("5-modda, 3-yil, 12-band", "5-модда, 3-йил, 12-банд"),
    ("OʻRQ-518-son qonun", "ЎРҚ-518-сон қонун"),
    ("ORQ-518", "ЎРҚ-518"),
    ("PQ-4024-son", "ПҚ-4024-сон"),
    ("BMTda I-39574 raqami bilan", "БМТда I-39574 рақами билан"),
    ("XVIII-12-b bob", "XVIII-12-b боб"),
    ("XVIII bob, XXI asr, II-bob", "XVIII боб, XXI аср, II-боб"),
    ("I. Umumiy qoidalar", "I. Умумий қоидалар"),
    ("Prezident I. Karimov, X. Xolmatov", "Президент И. Каримов, Х. Холматов"),
    ("ISO 3166-1, MoU va SHA-256", "ISO 3166-1, MoU ва SHA-256"),
    ("IOM (XMT) va UNHCR", "IOM (ХМТ) ва UNHCR"),
    ("Microsoft va Facebook", "Microsoft ва Facebook"),
    ("https://lex.uz/docs/1 sahifasi", "https://lex.uz/docs/1 саҳифаси"),
    ("info@mfa.uz manzili", "info@mfa.uz манзили"),
    ("manzil: /api/v1/entries/", "манзил: /api/v1/entries/"),
    ("va/yoki", "ва/ёки"),
    ("%(count)s ta bitim", "%(count)s та битим"),
    ("%(state)sning %(number)d bitimi", "%(state)sнинг %(number)d битими"),
    ("{first} va {last} oraligʻida", "{first} ва {last} оралиғида"),
    ('<a href="/en/about/">Loyiha</a> haqida', '<a href="/en/about/">Лойиҳа</a> ҳақида'),
    ("<code>after=N</code> soʻrovi", "<code>after=N</code> сўрови"),
    ("bitim &nbsp; va", "битим &nbsp; ва"),
    ("Kot-d’Ivuar va Nyu-York", "Кот-д’Ивуар ва Нью-Йорк"),
    ("Sent-Lyusiya, besh sent", "Сент-Люсия, беш цент"),
    ("aprel-iyun oylari", "апрель-июнь ойлари"),
    ("‘bitim’ va 'kongo' soʻzi", "‘битим’ ва 'конго' сўзи"),
    ("«Oʻzbekiston» – “bitim”", "«Ўзбекистон» – “битим”"),
    ("Ўзбекистон and 12 345", "Ўзбекистон анд 12 345"),
    ("", ""),
]


@pytest.mark.parametrize(("latin", "written"), WORD_PAIRS, ids=[latin for latin, _ in WORD_PAIRS])
def test_a_word_is_written_as_the_rules_and_the_dictionary_have_it(latin, written):
    assert cyrillic(latin) == written


def test_enough_hard_words_are_held():
    assert len(WORD_PAIRS) >= 150


@pytest.mark.parametrize("sign", "ʻ‘’'`ʼ")
def test_any_apostrophe_is_read_by_its_place(sign):
    text = "Oʻzbekiston, gʻalaba, yoʻq, maʻlumot, masʻul, Isʻhoq, togʻ".replace("ʻ", sign)
    assert cyrillic(text) == "Ўзбекистон, ғалаба, йўқ, маълумот, масъул, Исҳоқ, тоғ"


@pytest.mark.parametrize(("latin", "written"), SENTENCES)
def test_in_a_sentence_only_uzbek_words_change(latin, written):
    assert cyrillic(latin) == written


def test_what_is_cyrillic_already_stays():
    for _latin, written in WORD_PAIRS:
        assert cyrillic(written) == written


def test_an_ending_put_to_a_date_takes_its_soft_sign():
    text = "<time>2023 йил 11 октябрь</time>да, 1 январьгача, 2 март</time>дан, 1 июль холос"
    told = "<time>2023 йил 11 октябр</time>да, 1 январгача, 2 март</time>дан, 1 июль холос"
    assert endings_joined(text) == told


def test_the_words_are_kept_in_small_letters_and_what_is_foreign_is_left():
    assert all(word == word.lower() for word in [*BEGINNINGS, *WORDS])
    assert all(cyrillic(word) == word for word in FOREIGN)
