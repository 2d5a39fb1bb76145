"""Finds where communes are: the part of `regenerer.py` that matches communes with the places of GeoNames."""

import math
import re
import statistics
import unicodedata
from collections import defaultdict

# GeoNames files each overseas part as a country; INSEE as a region.
COUNTRIES = {"GP": "01", "MQ": "02", "GF": "03", "RE": "04", "YT": "06", "PM": "975", "BL": "977",
             "MF": "978", "WF": "986", "PF": "987", "NC": "988"}
# How far, in km, a place may stand from the middle of its EPCI or département before the match is refused.
# Measured on names borne once in a region by both sources (mainland, against the median of the others):
# 99.8 % lie within 45 km of the former, 99.95 % within 110 km of the latter.
FAR_IN_EPCI, FAR_IN_DEPARTMENT = 45, 110
# A match whose nearest fellows by postal code and by EPCI both stand farther than this, in km, is a namesake's.
FAR_BY_POSTAL_CODE, FAR_FROM_FELLOWS = 20, 12
# Populations of one commune differ in the two sources by years of census; 96 % of the same by less than this factor.
SAME_POPULATION = 1.6
UNITS = 10_000  # per degree: 11 m at most


def locate(communes, groups, places):
    """Gives communes their place, or leaves None; gives groups and the rest their means."""
    free = defaultdict(list)
    arrondissements = {}
    for place in places:
        number = re.match(r"(Paris|Lyon|Marseille) (\d\d)\b", place["name"])
        if number:
            base = {"Paris": 75100, "Lyon": 69380, "Marseille": 13200}[number[1]]
            arrondissements[str(base + int(number[2]))] = place
        else:
            place["region"] = COUNTRIES.get(place["countrycode"], place["admin1code"])
            free[place["region"], fold(place["name"])].append(place)
    whole = [commune for commune in communes.values() if not commune["whole"]]
    found = {code: arrondissements[code] for code, commune in communes.items() if commune["whole"]}
    by_name = defaultdict(list)
    for commune in whole:
        by_name[commune["region"], fold(commune["name"])].append(commune)
    certain = {rows[0]["code"]: free[key][0] for key, rows in by_name.items() if len(rows) == len(free[key]) == 1}
    middles = Middles(communes, certain)
    for key, rows in by_name.items():
        alone = len(rows) == len(free[key]) == 1
        pair(rows, free[key], found, middles, math.inf if len(rows) == 1 else SAME_POPULATION)
        assert not alone or rows[0]["code"] not in found or found[rows[0]["code"]] is certain[rows[0]["code"]]
    by_own_name = len(found) - len(arrondissements)
    match_other_names(whole, free, found, middles)
    strays = remove_strays(whole, found)
    for code, commune in communes.items():
        commune["point"] = point(found[code]) if code in found else None
    fill_means(communes, groups, places)
    inhabitants = sum(commune["population"] for commune in whole)
    known = [commune for commune in whole if commune["code"] in found]
    return {
        "Communes": len(whole),
        "Arrondissements of Paris, Lyon, Marseille": len(communes) - len(whole),
        "Communes placed by GeoNames under their own name": by_own_name,
        "Communes placed by GeoNames": "%d (%.1f %%; %.1f %% of inhabitants)" % (
            len(known), 100 * len(known) / len(whole),
            100 * sum(commune["population"] for commune in known) / inhabitants),
        "Matches taken away, far from all their fellows": len(strays),
        "Error of the mean of the EPCI, on those that are known": error_of_means(known),
    }


class Middles:
    """Medians of the places that are certain, by EPCI and by département: a match far from them is none."""

    def __init__(self, communes, certain):
        groups, departments = defaultdict(list), defaultdict(list)
        for code, place in certain.items():
            groups[communes[code]["group"]].append(place)
            departments[communes[code]["department"]].append(place)
        self.groups = {key: median(rows) for key, rows in groups.items() if key}
        self.departments = {key: median(rows) for key, rows in departments.items() if len(rows) >= 3}

    def plausible(self, commune, place):
        if commune["department"].startswith("9") and len(commune["department"]) == 3:
            return True  # archipelagos and Guyane are wide, and have no namesakes
        middle, far = self.groups.get(commune["group"]), FAR_IN_EPCI
        if middle is None:
            middle, far = self.departments.get(commune["department"]), FAR_IN_DEPARTMENT
        return middle is None or distance(middle, (place["latitude"], place["longitude"])) <= far


def pair(rows, places, found, middles, factor):
    """Pairs communes and places of one name: nearest populations first, as long as they are plausible."""
    gaps = sorted((population_gap(commune, place), commune["code"], place["geonameid"], commune, place)
                  for commune in rows for place in places if middles.plausible(commune, place))
    taken = {id(place) for place in found.values()} if len(places) > 1 else set()
    for gap, code, _, _, place in gaps:
        if gap <= math.log(factor) and code not in found and id(place) not in taken:
            found[code] = place
            taken.add(id(place))


def match_other_names(whole, free, found, middles):
    """The rest by other names in GeoNames, or by the name of the former commune that is the seat of today's."""
    taken = {id(place) for place in found.values()}
    others = defaultdict(list)
    for place in (place for rows in list(free.values()) for place in rows if id(place) not in taken):
        for name in {fold(name) for name in [place["name"], *place["alternatenames"]]} - {""}:
            others[place["region"], name].append(place)
    for commune in whole:
        # A seat has fewer inhabitants than the whole: there only a place without rival counts.
        for name, factor in ((commune["name"], SAME_POPULATION), (commune["seat"], math.inf)):
            rows = [place for place in others[commune["region"], fold(name or "")]
                    if id(place) not in taken and middles.plausible(commune, place)]
            if commune["code"] not in found and (len(rows) == 1 or factor < math.inf):
                pair([commune], rows, found, middles, factor)
        if commune["code"] in found:
            taken.add(id(found[commune["code"]]))


def remove_strays(whole, found):
    """Takes away, the worst first, matches that stand apart from all that share their postal code or EPCI."""
    strays = []
    while True:
        known = [commune for commune in whole if commune["code"] in found and len(commune["department"]) == 2]
        by_code, by_group = defaultdict(list), defaultdict(list)
        for commune in known:
            by_group[commune["group"]].append(commune)
            for code in commune["codes"]:
                by_code[code].append(commune)
        worst = max((nearest(commune, [row for code in commune["codes"] for row in by_code[code]], found, 0),
                     commune["code"]) for commune in known
                    if nearest(commune, by_group[commune["group"]], found, math.inf) > FAR_FROM_FELLOWS)
        if worst[0] <= FAR_BY_POSTAL_CODE:
            return strays
        strays.append(worst[1])
        del found[worst[1]]


def nearest(commune, rows, found, alone):
    here = found[commune["code"]]
    return min((distance((here["latitude"], here["longitude"]), (there["latitude"], there["longitude"]))
                for there in (found[row["code"]] for row in rows if row is not commune)), default=alone)


def fill_means(communes, groups, places):
    """Means of known communes: of each EPCI, of the département for what has none, of the islands' places at last."""
    members, departments = defaultdict(list), defaultdict(list)
    for commune in communes.values():
        if commune["point"] and not commune["whole"]:
            departments[commune["department"]].append(commune["point"])
            for key in ("group", "ept"):
                if commune[key]:
                    members[commune[key]].append(commune["point"])
    regions = defaultdict(list)
    for place in places:
        regions[place.get("region")].append(point(place))
    homes = {commune["group"]: commune["department"] for commune in communes.values() if commune["group"]}
    for group in groups:
        group["point"] = mean(members[group["siren"]] or departments[homes[group["siren"]]])
    middles = {group["siren"]: group["point"] for group in groups}
    for commune in communes.values():
        commune["estimate"] = middles.get(commune["group"]) or mean(
            departments[commune["department"]] or regions[commune["region"]])


def error_of_means(known):
    """How far the mean of the others of its EPCI lies from each known commune: median and 95 % of them."""
    members = defaultdict(list)
    for commune in known:
        members[commune["group"]].append(commune["point"])
    errors = []
    for rows in (rows for group, rows in members.items() if group):
        for place in rows if len(rows) > 1 else []:
            others = list(rows)
            others.remove(place)
            errors.append(distance(degrees(mean(others)), degrees(place)))
    errors.sort()
    return "half within %.1f km, 95 %% within %.1f km" % (statistics.median(errors), errors[int(len(errors) * 0.95)])


def population_gap(commune, place):
    return abs(math.log(max(commune["population"], 1)) - math.log(max(place["population"], 1)))


def point(place):
    return round(place["latitude"] * UNITS), round(place["longitude"] * UNITS)


def degrees(place):
    return place[0] / UNITS, place[1] / UNITS


def mean(points):
    return tuple(round(sum(axis) / len(points)) for axis in zip(*points))


def median(places):
    return (statistics.median(place["latitude"] for place in places),
            statistics.median(place["longitude"] for place in places))


def distance(a, b):
    """Kilometres on the sphere."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(half))


def fold(name):
    """What remains of a name when it is compared: as `fold` in `fold.rs`, which a test holds to this order."""
    name = name.lower().replace("œ", "oe").replace("æ", "ae")
    name = "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
    saints = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
    return "".join(saints.get(word, word) for word in re.findall("[a-z0-9]+", name))
