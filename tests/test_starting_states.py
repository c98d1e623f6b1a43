"""The states, code lists and subjects that the register starts with."""

import re
from collections import Counter

import pycountry
import pytest
from babel import Locale

from facts import code_lists, states, subjects
from register.canonical import canonical
from register.documents import leads_somewhere

UN_MEMBERS = """
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA
    BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK
    DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY
    HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO
    LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ
    MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY
    QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD
    TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB
    ZWE
""".split()

DEPOSITARY_SPELLINGS = {
    "Bolivia (Plurinational State of)": "BOL",
    "Cabo Verde": "CPV",
    "Congo": "COG",
    "Côte d'Ivoire": "CIV",
    "Czech Republic": "CZE",
    "Democratic Republic of the Congo": "COD",
    "Holy See": "VAT",
    "Iran (Islamic Republic of)": "IRN",
    "Lao People's Democratic Republic": "LAO",
    "Micronesia (Federated States of)": "FSM",
    "Republic of Korea": "KOR",
    "Republic of Moldova": "MDA",
    "Russian Federation": "RUS",
    "St. Kitts and Nevis": "KNA",
    "St. Vincent and the Grenadines": "VCT",
    "State of Palestine": "PSE",
    "Swaziland": "SWZ",
    "Syrian Arab Republic": "SYR",
    "The former Yugoslav Republic of Macedonia": "MKD",
    "Turkey": "TUR",
    "United Kingdom of Great Britain and Northern Ireland": "GBR",
    "United Republic of Tanzania": "TZA",
    "United States of America": "USA",
    "Venezuela (Bolivarian Republic of)": "VEN",
    "Viet Nam": "VNM",
}

FACT_SUBJECTS = {
    "anti-smuggling",
    "anti-trafficking",
    "border-management",
    "capacity-building",
    "child-protection",
    "information-exchange",
    "labour-migration",
    "migrant-rights",
    "readmission",
    "refugee-protection",
    "reintegration",
    "statelessness",
    "stay-and-registration",
}


def drafted():
    return [*states.documents(), *code_lists.documents(), *subjects.documents()]


def of_kind(kind):
    return {document["key"]: document for document in drafted() if document["kind"] == kind}


def current_states():
    return {key: state for key, state in of_kind("state").items() if not state["valid_until"]}


def former_states():
    return {key: state for key, state in of_kind("state").items() if state["valid_until"]}


def called(state, language):
    """Everything that a state is or was called in one language."""
    names = [state[field].get(language) for field in ("names", "official_names")]
    aliases = [each["text"] for each in state["aliases"] if each["language"] == language]
    return {name for name in [*names, *aliases] if name}


def all_texts(value):
    if isinstance(value, dict):
        return [text for item in value.values() for text in all_texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in all_texts(item)]
    return [value] if isinstance(value, str) else []


def uzbek_texts():
    uzbek = [
        texts["uz"]
        for document in drafted()
        for texts in [document.get("names", {}), document.get("official_names", {})]
        if "uz" in texts
    ]
    codes = [code for each in of_kind("code_list").values() for code in each["codes"]]
    uzbek += [code["names"]["uz"] for code in codes if "uz" in code["names"]]
    aliases = [alias for state in of_kind("state").values() for alias in state["aliases"]]
    return uzbek + [alias["text"] for alias in aliases if alias["language"] == "uz"]


def test_every_member_of_the_united_nations_is_there_and_present():
    assert len(set(UN_MEMBERS)) == 193
    assert set(UN_MEMBERS) <= set(current_states())


def test_beyond_the_members_stand_only_those_whom_the_rule_names():
    assert set(current_states()) - set(UN_MEMBERS) == {"VAT", "PSE", "COK", "NIU", "TWN"}


def test_the_codes_of_a_present_state_are_those_of_iso_3166_1():
    for key, state in current_states().items():
        iso = pycountry.countries.get(alpha_3=key)
        assert (state["alpha2"], state["numeric"], state["alpha4"]) == (
            iso.alpha_2,
            iso.numeric,
            "",
        )


def test_a_former_state_has_the_code_of_iso_3166_3_or_a_key_no_iso_code_can_equal():
    historic = {country.alpha_3: country for country in pycountry.historic_countries}
    for key, state in former_states().items():
        if len(key) == 3:
            assert state["alpha4"] == historic[key].alpha_4
            assert state["alpha2"] == historic[key].alpha_2
        else:
            assert re.fullmatch(r"[A-Z]{2,}(-[A-Z]{2,})*", key) and len(key) >= 4
            assert state["alpha4"] == ""


def test_a_change_of_name_is_an_alias_and_not_a_state():
    keys = of_kind("state")
    assert not {"BUR", "ZAR", "HVO", "DHY", "BYS", "TMP", "ROM"} & set(keys)
    formerly = {alias["text"]: alias["until"] for alias in keys["MMR"]["aliases"]}
    assert formerly["Burma"] == "1989-06-18"


def test_territories_of_a_state_are_not_states():
    assert not {"HKG", "MAC", "GRL", "PRI", "ABW", "NCL", "GIB"} & set(of_kind("state"))


def test_every_former_state_is_the_predecessor_of_another():
    predecessors = {
        succession["predecessor"]
        for state in of_kind("state").values()
        for succession in state["successions"]
    }
    assert set(former_states()) <= predecessors
    assert predecessors <= set(of_kind("state"))


def test_russia_continues_the_soviet_union_and_eleven_others_succeed_it():
    types = {
        key: succession["type"]
        for key, state in of_kind("state").items()
        for succession in state["successions"]
        if succession["predecessor"] == "SUN"
    }
    assert types.pop("RUS") == "continuation"
    assert set(types.values()) == {"succession"}
    assert set(types) == set("UKR BLR MDA GEO ARM AZE KAZ KGZ TJK TKM UZB".split())


def test_no_state_and_no_name_ends_before_it_begins():
    for key, state in of_kind("state").items():
        periods = [(alias["from"], alias["until"]) for alias in state["aliases"]]
        for begins, ends in [*periods, (state["valid_from"], state["valid_until"])]:
            assert not (begins and ends) or begins < ends, key


def test_every_state_has_a_name_in_english_russian_and_uzbek():
    for key, state in of_kind("state").items():
        assert {"en", "ru", "uz"} <= set(state["names"]), key


@pytest.mark.parametrize(("spelling", "key"), DEPOSITARY_SPELLINGS.items())
def test_the_depositarys_spelling_finds_the_state_and_no_other(spelling, key):
    found = [each for each, state in current_states().items() if spelling in called(state, "en")]
    assert found == [key]


@pytest.mark.parametrize("language", ["en", "ru", "uz"])
def test_no_two_present_states_share_a_name(language):
    counted = Counter(
        name for state in current_states().values() for name in called(state, language)
    )
    assert [name for name, count in counted.items() if count > 1] == []


def test_a_name_that_is_said_once_is_not_said_again_as_an_alias():
    for key, state in of_kind("state").items():
        for alias in state["aliases"]:
            language = alias["language"]
            names = {state[field].get(language) for field in ("names", "official_names")}
            assert alias["text"] not in names, (key, alias)


@pytest.mark.parametrize("language", ["en", "ru", "uz"])
def test_a_name_is_cldrs_or_the_citation_says_what_cldr_has(language):
    territories = Locale(language).territories
    for key, state in current_states().items():
        cited = [each["says"] for each in state["citations"] if each["source"] == "BABEL"]
        says = dict(part.split(": ", 1) for part in cited[0].split("; ") if part)
        cldr = says.get(language, state["names"][language])
        assert straight(cldr) == straight(territories[state["alpha2"]]), key


def straight(name):
    return re.sub("[ʻʼ‘’]", "'", name)


def test_uzbek_letters_and_the_apostrophe_have_their_own_signs():
    for text in uzbek_texts():
        assert not set(text) & set("'`‘’"), text
        assert not re.search("[oOgG]ʼ", text), text
        assert not re.search("(?<![oOgG])ʻ", text), text
    assert any("ʻ" in text for text in uzbek_texts())
    assert any("ʼ" in text for text in uzbek_texts())


def test_no_text_carries_a_stress_mark():
    for text in all_texts(drafted()):
        assert "\u0301" not in text


def test_the_region_of_every_state_is_in_the_list_and_a_present_state_has_one():
    regions = {code["code"] for code in of_kind("code_list")["m49-regions"]["codes"]}
    for key, state in of_kind("state").items():
        assert state["region"] in regions | {""}
        assert state["region"] or key in former_states(), key


def test_a_state_lies_in_the_most_precise_region():
    parents = {code["parent"] for code in of_kind("code_list")["m49-regions"]["codes"]}
    assert not parents & {state["region"] for state in current_states().values()}


def test_a_former_state_lies_where_all_its_successors_lie_or_nowhere():
    former = former_states()
    assert former["CSK"]["region"] == "151"
    assert former["YUG"]["region"] == "039"
    assert former["SUN"]["region"] == ""
    assert former["UNITED-ARAB-REPUBLIC"]["region"] == ""


def test_every_parent_of_a_code_is_in_the_same_list():
    for code_list in of_kind("code_list").values():
        codes = [code["code"] for code in code_list["codes"]]
        assert len(codes) == len(set(codes))
        assert {code["parent"] for code in code_list["codes"]} <= {"", *codes}


def test_the_code_lists_are_whole():
    counts = {key: len(each["codes"]) for key, each in of_kind("code_list").items()}
    assert counts == {
        "dac-codes": 21,
        "gcm-objectives": 23,
        "iati-organisation-types": 16,
        "m49-regions": 30,
        "sdg-targets": 12,
    }


def test_the_objectives_are_numbered_from_one_to_twenty_three():
    codes = [code["code"] for code in of_kind("code_list")["gcm-objectives"]["codes"]]
    assert codes == [str(number) for number in range(1, 24)]


def test_what_a_dac_code_covers_is_kept_beside_it():
    dac = of_kind("code_list")["dac-codes"]
    described = {remark["about"] for remark in dac["remarks"] if remark["type"] == "wording"}
    assert described == {f"codes/{code['ref']}" for code in dac["codes"]}


def test_the_leaves_of_the_subjects_are_the_facts_own_words():
    tree = of_kind("subject")
    branches = {subject["parent"] for subject in tree.values() if subject["parent"]}
    assert set(tree) - branches == FACT_SUBJECTS
    assert branches == {key for key, subject in tree.items() if subject["parent"] is None}


def test_subjects_are_named_in_three_languages_and_placed_in_order():
    tree = of_kind("subject")
    assert all({"en", "ru", "uz"} <= set(subject["names"]) for subject in tree.values())
    for parent in {subject["parent"] for subject in tree.values()}:
        places = [each["position"] for each in tree.values() if each["parent"] == parent]
        assert places == list(range(1, len(places) + 1))


def test_no_key_is_given_twice():
    keys = Counter(document["key"] for document in drafted())
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_citation_or_remark_leads_nowhere():
    for document in drafted():
        for citation in document["citations"]:
            assert leads_somewhere(document, citation["path"]), (document["key"], citation)
        for remark in document["remarks"]:
            assert leads_somewhere(document, remark["about"]), (document["key"], remark)


def test_general_knowledge_is_never_shown_as_verified():
    for document in drafted():
        for citation in document["citations"]:
            assert citation["confidence"] in {"verified", "reported", "uncertain"}
            if citation["source"] == "GK":
                assert citation["confidence"] != "verified", (document["key"], citation["path"])


def test_every_date_every_alias_and_every_succession_is_cited():
    for key, state in of_kind("state").items():
        cited = {citation["path"] for citation in state["citations"]}
        rows = {
            f"{rows}/{row['ref']}" for rows in ("aliases", "successions") for row in state[rows]
        }
        dates = {field for field in ("valid_from", "valid_until") if state[field]}
        assert {"names", *rows, *dates} <= cited, key


def test_the_fact_sheets_two_letters_find_the_present_state():
    keys = states.keys_by_alpha2()
    assert keys["UZ"] == "UZB"
    assert keys["US"] == "USA"
    assert "SU" not in keys
    assert set(keys.values()) == set(current_states())


def test_drafting_twice_gives_the_same_bytes():
    assert [canonical(each) for each in drafted()] == [canonical(each) for each in drafted()]
