"""Words that the rules of letters alone would write wrongly in Uzbek Cyrillic.

The Latin alphabet of 1995 gives up what only loan words need: the soft sign, the hard sign before
a vowel, and ц at the beginning of a word or after a consonant. They come back from here.
"""


def _pairs(text: str) -> dict[str, str]:
    """Latin and Cyrillic, one pair after another."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


# Beginnings of words, whatever endings follow; of two that fit, the longer one.
BEGINNINGS = _pairs("""
    adyutant адъютант adyunkt адъюнкт inyeksiya инъекция konyunktura конъюнктура obyekt объект
    podyezd подъезд subyekt субъект syezd съезд moʻjiza мўъжиза moʻtabar мўътабар
    moʻtadil мўътадил

    albom альбом alpinis альпинис alternat альтернат alyans альянс asfalt асфальт
    batalyon батальон belgiya бельгия bulyon бульон delfin дельфин delta дельта
    fakultativ факультатив fakultet факультет feldmarshal фельдмаршал feldsher фельдшер
    film фильм filtr фильтр folklor фольклор fortepyano фортепьяно foye фойе gilza гильза
    golf гольф impuls импульс intervyu интервью italyan итальян kalkulyator калькулятор
    kalsiy кальций kanyon каньон kobalt кобальт kompyuter компьютер konki коньки
    konsultant консультант konsultativ консультатив konsultatsiya консультация
    kulminatsiya кульминация kultivator культиватор maldiv мальдив malta мальта
    medalyon медальон multi мульти nyuton ньютон palma пальма palto пальто pavilyon павильон
    pochtalyon почтальон polsha польша puls пульс pult пульт rels рельс revolver револьвер
    salto сальто salvador сальвадор senyor сеньор sudya судья tyan тянь ultima ультима
    ultra ультра vals вальс volfram вольфрам volt вольт vulgar вульгар xelsinki хельсинки
    yelsin ельцин

    bayonet байонет mayonez майонез mayor майор rayon район yoshkar йошкар

    akseptor акцептор aksept акцепт aksent акцент aksiz акциз farmasevt фармацевт
    fransuz француз gersegovina герцеговина gersog герцог insident инцидент
    kanselyariya канцелярия kansler канцлер konsentra концентра konsep концеп konsepsi концепци
    konsern концерн
    konsert концерт konsession концессион konsessiya концессия konslager концлагер
    munisipal муниципал porsiya порция prins принц sellofan целлофан sellyuloza целлюлоза
    selsiy цельсий sement цемент sent цент sentimental сентиментал sentyabr сентябр
    sentabr сентябр senzor цензор senzura цензура sex цех seylon цейлон siferblat циферблат
    sikl цикл silindr цилиндр sink цинк sirk цирк sirka сирка sitata цитата sitrus цитрус
    sivil цивил syurix цюрих vaksina вакцина

    ekspansiya экспансия pansion пансион pension пенсион pensiya пенсия refleksiya рефлексия
    suspenziya суспензия botsvana ботсвана matritsa матрица nitsa ницца pitsa пицца
    elektrenerg электрэнерг
""")

# Whole words. With an ending the soft sign falls: 1 январь, but 1 январдан.
WORDS = _pairs("""
    yanvar январь fevral февраль aprel апрель iyun июнь iyul июль sentabr сентябрь
    sentyabr сентябрь oktabr октябрь oktyabr октябрь noyabr ноябрь dekabr декабрь
    alp альп artel артель astraxan астрахань avtomobil автомобиль belarus беларусь
    bilyard бильярд bryussel брюссель detal деталь dizel дизель festival фестиваль
    gospital госпиталь igor игорь kabel кабель kalendar календарь konslager концлагерь
    kontrol контроль lager лагерь magistral магистраль marsel марсель mebel мебель
    medal медаль mer мэр mobil мобиль model модель modul модуль moral мораль nikel никель
    nol ноль nyu нью otel отель panel панель parol пароль pedal педаль profil профиль
    rol роль rubl рубль rul руль sekretar секретарь sezar цезарь sibir сибирь slesar слесарь
    spektakl спектакль stil стиль tekstil текстиль tunnel туннель versal версаль
    vertikal вертикаль yaroslavl ярославль yoga йога york йорк
""")

# What is spelled so only with these capitals.
SPELLED = _pairs("""
    ORQ ЎРҚ YI ЕИ YXHT ЕХҲТ YTTB ЕТТБ Sent Сент dʼIvuar д’Ивуар
""")

# Abbreviations of other languages: an Uzbek text of either script leaves them as they are.
FOREIGN = frozenset(
    """
    API BBC BY CSV DOI EU FTP GIZ HTML HTTP HTTPS IATI ID IOM IP ISBN ISO ISSN IT JSON MTDSG MoU
    OpenAPI PDF RFC RSS SDG SHA SMS SQL SVG TIR UN UNDP UNTS URL USAID UTC UTF XML XLSX ZIP
    International true false
    """.split()
)
