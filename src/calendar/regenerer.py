#!/usr/bin/env python3
"""Écrit data/vacances.txt : les vacances scolaires des zones A, B et C.

Usage :
    pip download --no-deps vacances-scolaires-france==0.12.0
    python3 regenerer.py vacances_scolaires_france-0.12.0-py3-none-any.whl > data/vacances.txt

La source donne une ligne par jour. Ce script en fait des périodes, une par ligne, et s'arrête
au dernier jour de vacances : après lui, « pas de vacances » dans la source n'est pas un savoir.
"""

import csv
import io
import re
import sys
import zipfile
from datetime import date, timedelta

# Les zones actuelles (académies) valent depuis janvier 2016 ; on part de la rentrée suivante.
DEPUIS = date(2016, 9, 1)

NOMS = {
    "Vacances de la Toussaint": "toussaint",
    "Vacances de Noël": "noel",
    "Vacances d'hiver": "hiver",
    "Vacances de printemps": "printemps",
    "Vacances d'été": "ete",
    "Pont de l'Ascension": "ascension",
}


def jours(archive):
    """Les lignes de la source : date, nom des vacances, zones concernées."""
    with zipfile.ZipFile(archive) as wheel:
        texte = wheel.read("vacances_scolaires_france/data/data.csv").decode("utf-8")
    for ligne in csv.DictReader(io.StringIO(texte)):
        zones = [z for z in "ABC" if ligne[f"vacances_zone_{z.lower()}"] == "True"]
        if zones:
            yield date.fromisoformat(ligne["date"]), NOMS[ligne["nom_vacances"]], zones


def periodes(archive):
    """Les périodes de chaque zone, réunies quand plusieurs zones ont les mêmes."""
    ouvertes, finies = {}, {}
    for jour, nom, zones in jours(archive):
        for zone in zones:
            ouverte = ouvertes.get(zone)
            if ouverte and ouverte[2] == nom and jour - ouverte[1] == timedelta(days=1):
                ouverte[1] = jour
            else:
                ouvertes[zone] = ouverte = [jour, jour, nom]
                finies.setdefault(zone, []).append(ouverte)
    reunies = {}
    for zone, liste in sorted(finies.items()):
        for debut, fin, nom in liste:
            if debut >= DEPUIS:
                reunies.setdefault((debut, fin, nom), []).append(zone)
    return sorted(reunies.items())


def main(archive):
    version = re.search(r"-(\d[\w.]*)-py", archive).group(1)
    print("# Fichier généré par regenerer.py : ne pas modifier à la main.")
    print(f"# Source : PyPI, vacances-scolaires-france {version} (MIT), voir SOURCES.md.")
    print("# zones, premier jour, dernier jour, nom")
    for (debut, fin, nom), zones in periodes(archive):
        print("".join(zones), debut, fin, nom)


if __name__ == "__main__":
    main(sys.argv[1])
