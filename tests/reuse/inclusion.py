"""The data·inclusion files of a built guide, read by the models that data·inclusion itself publishes.

    inclusion.py RIBAMBELLE CONTENT DATE

builds the content for a date and reads both files as strictly as who takes them in: warnings are faults too. One line
is printed for each check that holds, in the form of TAP; the exit status is 1 where one does not.
"""

import json
import sys

from data_inclusion.schema.v1 import Service, Structure
from pydantic import ValidationError

from guide import built
from tap import Tap


def main(program, content, day):
    with built(program, content, day) as site:
        files = site / "donnees" / "data-inclusion"
        structures = json.loads((files / "structures.json").read_bytes())
        services = json.loads((files / "services.json").read_bytes())
    tap = Tap()
    tap.hold("there are structures and services", [] if min(len(structures), len(services)) > 10 else ["too few"])
    tap.hold("structures are what the model asks for", faults(Structure, structures))
    tap.hold("services are what the model asks for", faults(Service, services))
    tap.hold("no id is given twice", twice(structures) + twice(services))
    tap.hold("each service is one of a structure that is there", astray(services, structures))
    return tap.end()


def faults(model, rows):
    """What the model refuses or warns of, and keys that it does not know."""
    found = [f"{row['id']}: {key} is unknown" for row in rows for key in row if key not in model.model_fields]
    for row in rows:
        try:
            model.model_validate(row, context={"ignore_warnings": False})
        except ValidationError as error:
            found += [f"{row['id']}: {fault['loc']}: {fault['msg']}" for fault in error.errors()]
    return found


def twice(rows):
    ids = [row["id"] for row in rows]
    return [f"{one} is there twice" for one in set(ids) if ids.count(one) > 1]


def astray(services, structures):
    known = {row["id"] for row in structures}
    return [f"{row['id']}: no structure {row['structure_id']}" for row in services if row["structure_id"] not in known]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
