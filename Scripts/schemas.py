# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds JSON against the schemas in schemas/: python3 Scripts/schemas.py NAME=FILE ...

NAME is a schema's name, `verify` for schemas/verify.schema.json; FILE a JSON file. Without arguments the schemas themselves are checked.
Prints a line for each fault and ends with status 1 where there is one; with status 2 where Python has no package jsonschema.
"""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("no Python package jsonschema")
    sys.exit(2)

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "schemas"
SCHEMAS = {path.name.removesuffix(".schema.json"): json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.schema.json"))}


def validator(schema):
    """A validator that knows the other schemas by their $id, with versions of jsonschema before and since its registry."""
    kind = jsonschema.Draft202012Validator
    try:
        from referencing import Registry, Resource
    except ImportError:
        store = {other["$id"]: other for other in SCHEMAS.values()}
        return kind(schema, resolver=jsonschema.RefResolver.from_schema(schema, store=store))
    resources = [(other["$id"], Resource.from_contents(other)) for other in SCHEMAS.values()]
    return kind(schema, registry=Registry().with_resources(resources))


def faults(name, path):
    if name not in SCHEMAS:
        return [f"{name}: no such schema"]
    try:
        value = json.loads(pathlib.Path(path).read_text(), parse_constant=lambda word: (_ for _ in ()).throw(ValueError(word)))
    except ValueError as error:
        return [f"{path}: no JSON: {error}"]
    found = validator(SCHEMAS[name]).iter_errors(value)
    # Of alternatives the one that comes nearest.
    nearest = [jsonschema.exceptions.best_match([error]) for error in found]
    return [f"{path}: {error.json_path}: {error.message[:300]}" for error in nearest]


def main(arguments):
    problems = []
    for name, schema in SCHEMAS.items():
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.exceptions.SchemaError as error:
            problems.append(f"{name}: {error.message}")
    for argument in arguments:
        name, _, path = argument.partition("=")
        problems += faults(name, path)
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
