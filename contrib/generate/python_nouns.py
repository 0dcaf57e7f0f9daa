"""The nouns and the params of the Python client, out of the contract."""
import json
import keyword
import re
import textwrap

BANNER = "# Written by contrib/generate/python-client from schema/openrpc.json; `make generate` writes it anew.\n"
SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
PREFIX = "#/components/schemas/"


def snake(name):
    """sessionRequest as session_request, with a low line behind what Python has a use for."""
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return text + "_" if keyword.iskeyword(text) else text


def pascal(name):
    return name[:1].upper() + name[1:]


def joined(lines):
    return "\n".join(lines) + "\n"


def union(*kinds):
    """The kinds as one type, each once, those of a union among them taken out of it."""
    flat = []
    for kind in kinds:
        inner = re.fullmatch(r"Union\[(.*)\]", kind)
        flat += re.split(r", (?![^\[]*\])", inner.group(1)) if inner else [kind]
    flat = list(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else f"Union[{', '.join(flat)}]"


def literal(values):
    return "Literal[" + ", ".join(json.dumps(value) if isinstance(value, str) else repr(value) for value in values) + "]"


def docstring(text, indent):
    lines = textwrap.wrap(text, 116 - len(indent)) or [""]
    if len(lines) == 1 and len(lines[0]) + len(indent) < 112:
        return [f'{indent}"""{lines[0]}"""']
    return [f'{indent}"""{lines[0]}', *(indent + line for line in lines[1:]), f'{indent}"""']


class Contract:
    """The contract, with each object schema that has no name of its own named after where it stands."""

    def __init__(self, path):
        self.document = json.loads(path.read_text())
        self.schemas = dict(self.document["components"]["schemas"])
        self.results = {}
        for method in self.document["methods"]:
            self.results[method["name"]] = self._named(
                "".join(pascal(part) for part in method["name"].split(".")) + "Result", method["result"]["schema"])
        for name in list(self.schemas):
            self._name_members(name, self.schemas[name])
        self.nouns = self._reachable([
            *self.results.values(),
            *(param["schema"] for note in self.document["x-notifications"] for param in note["params"]),
            *(member for error in self.document["x-errors"].values()
              for _, member, _ in self.members(self.target(error["data"])))])

    # Names

    def _named(self, name, schema):
        """A reference to the schema under this name, if it is an object with members; else the schema."""
        if self.is_object(schema) and "$ref" not in schema:
            self.schemas[name] = schema
            self._name_members(name, schema)
            return {"$ref": PREFIX + name, "description": schema.get("description", "")}
        return schema

    def _name_members(self, name, schema):
        for member, inner in list(schema.get("properties", {}).items()):
            options = inner.get("oneOf", [])
            if self.is_object(inner):
                schema["properties"][member] = self._named(name + pascal(member), inner)
            elif any(self.is_object(option) and "$ref" not in option for option in options):
                inner["oneOf"] = [self._named(name + pascal(member), option) for option in options]

    def is_object(self, schema):
        return schema.get("type") == "object" and "properties" in schema and schema.get("additionalProperties") is False

    def target(self, schema):
        """The name that the schema refers to, alone or as the only one of an allOf."""
        if "allOf" in schema:
            return self.target(schema["allOf"][0])
        reference = schema.get("$ref")
        return reference[len(PREFIX):] if reference and reference.startswith(PREFIX) else None

    def resolved(self, schema):
        name = self.target(schema)
        return self.resolved(self.schemas[name]) if name else schema

    def is_noun(self, name):
        """Whether the schema of this name is an object, or one of several with the same members."""
        schema = self.schemas[name]
        options = schema.get("oneOf", [])
        return self.is_object(schema) or bool(options) and all(self.is_object(option) for option in options)

    def is_choice(self, name):
        return "enum" in self.schemas[name]

    def nullable(self, schema):
        schema = self.resolved(schema)
        return schema.get("type") == "null" or any(self.nullable(option) for option in schema.get("oneOf", []))

    def members(self, name):
        """(member, schema, whether it is always there) of a noun; of several alternatives all members."""
        schema = self.schemas[name]
        options = schema.get("oneOf", [schema])
        merged = {}
        for option in options:
            for member, inner in option["properties"].items():
                merged.setdefault(member, []).append(inner)
        for member, inners in merged.items():
            constants = [inner["const"] for inner in inners if "const" in inner]
            inner = {"enum": constants, "type": "string"} if len(constants) > 1 else inners[0]
            yield member, inner, all(member in option.get("required", []) for option in options)

    def _reachable(self, schemas):
        """The names of all nouns and choices that these schemas lead to."""
        found, waiting = set(), list(schemas)
        while waiting:
            schema = waiting.pop()
            if not isinstance(schema, dict):
                continue
            name = self.target(schema)
            if name and name not in found:
                found.add(name)
                waiting.append(self.schemas[name])
            waiting += [value for key, value in schema.items() if key in ("items", "additionalProperties")]
            waiting += [*schema.get("oneOf", []), *schema.get("properties", {}).values()]
        return found

    # Types

    def variants(self, schema):
        """The names of the nouns that a schema chooses from, null left out; empty if it is something else."""
        name = self.target(schema)
        if name:
            return [name] if self.is_noun(name) else self.variants(self.schemas[name])
        options = [option for option in schema.get("oneOf", []) if option.get("type") != "null"]
        found = [self.target(option) for option in options]
        return found if found and all(each and self.is_noun(each) for each in found) else []

    def type_of(self, schema):
        """The Python type of what is answered."""
        name = self.target(schema)
        if name == "Timestamp":
            return "datetime"
        if name:
            return name if self.is_noun(name) or self.is_choice(name) else self.type_of(self.schemas[name])
        if "oneOf" in schema:
            kinds = list(dict.fromkeys(self.type_of(option) for option in schema["oneOf"] if option.get("type") != "null"))
            if not kinds:
                return "None"
            kind = union(*kinds)
            return f"Optional[{kind}]" if self.nullable(schema) else kind
        if "const" in schema:
            return literal([schema["const"]])
        if "enum" in schema:
            return literal(schema["enum"])
        if schema.get("type") == "array":
            return f"Tuple[{self.type_of(schema['items'])}, ...]"
        if schema.get("type") == "object":
            inner = schema.get("additionalProperties")
            return f"Mapping[str, {self.type_of(inner) if isinstance(inner, dict) else 'Any'}]"
        return SCALARS.get(schema.get("type"), "Any")

    def reading(self, schema, value):
        """The Python expression that makes the typed value of a JSON value that is not null, or is read as it is."""
        name = self.target(schema)
        if name == "Timestamp":
            return f"instant({value})"
        found = self.variants(schema)
        if len(found) > 1:
            draft, whole = sorted(found, key=lambda each: self.schemas[each]["properties"]["id"].get("type") != "null")
            return f"({draft} if {value}[\"id\"] is None else {whole}).from_raw({value})"
        if found:
            return f"{found[0]}.from_raw({value})"
        if name:
            return self.reading(self.schemas[name], value)
        options = [option for option in schema.get("oneOf", []) if option.get("type") != "null"]
        if len(options) == 1:
            return self.reading(options[0], value)
        if schema.get("type") == "array":
            inner = self.reading(schema["items"], "item")
            return f"tuple({value})" if inner == "item" else f"tuple({inner} for item in {value})"
        inner = schema.get("additionalProperties")
        if schema.get("type") == "object" and isinstance(inner, dict):
            made = self.reading(inner, "item")
            return value if made == "item" else f"{{name: {made} for name, item in {value}.items()}}"
        return value

    def taken(self, schema):
        """The Python type of what may be given, null left out."""
        name = self.target(schema)
        if name and name.startswith("Timestamp"):
            return "Union[str, datetime]"
        if name and self.is_noun(name):
            plain = name[:-len("Input")] if name.endswith("Input") else name
            known = plain in self.nouns and self.is_noun(plain)
            return union(self.input_name(name), plain) if known else self.input_name(name)
        if name:
            return name if self.is_choice(name) else self.taken(self.schemas[name])
        if "oneOf" in schema:
            kinds = list(dict.fromkeys(self.taken(option) for option in schema["oneOf"] if option.get("type") != "null"))
            return union(*kinds)
        if "const" in schema:
            return literal([schema["const"]])
        if "enum" in schema:
            return literal(schema["enum"])
        if schema.get("type") == "array":
            return f"Sequence[{self.taken(schema['items'])}]"
        if schema.get("type") == "object":
            inner = schema.get("additionalProperties")
            return f"Mapping[str, {self.taken(inner) if isinstance(inner, dict) else 'object'}]"
        if schema.get("type") in ("number", "integer") and schema.get("description", "").startswith("Seconds"):
            return "Union[float, timedelta]"
        return SCALARS.get(schema.get("type"), "object")

    def input_name(self, name):
        return name if name.endswith("Input") else name + "Input"

    def inputs(self):
        """The names of the nouns that params are made of, those that others need first."""
        found = []

        def visit(schema):
            if not schema:
                return
            name = self.target(schema)
            if name:
                if name in found:
                    return
                visit(self.schemas[name])
                if self.is_noun(name):
                    found.append(name)
                return
            for inner in [*schema.get("oneOf", []), *schema.get("properties", {}).values(), schema.get("items", {})]:
                visit(inner)

        for method in self.document["methods"]:
            for param in method["params"]:
                visit(param["schema"])
        return found


def nouns_source(contract):
    lines = [BANNER, '"""What the service answers: frozen values, each with what it was read from in `raw`."""\n',
             "from __future__ import annotations\n", "from dataclasses import dataclass, field", "from datetime import datetime",
             "from typing import Any, Literal, Mapping, Optional, Tuple, Union\n", "from .reading import instant\n"]
    choices = sorted(name for name in contract.schemas if contract.is_choice(name))
    for name in choices:
        lines.append(wrapped_choice(name, contract.schemas[name]["enum"]))
    for name in sorted(each for each in contract.nouns if contract.is_noun(each)):
        lines += noun(contract, name)
    names = [*choices, *sorted(each for each in contract.nouns if contract.is_noun(each))]
    lines += ["", "", "__all__ = ["] + [f'    "{name}",' for name in sorted(names)] + ["]"]
    return joined(lines)


def wrapped_choice(name, values):
    line = f"{name} = {literal(values)}"
    if len(line) <= 120:
        return line
    return "\n".join([f"{name} = Literal[", *(f"    {json.dumps(value)}," for value in values), "]"])


def noun(contract, name):
    lines = ["", "", "@dataclass(frozen=True)", f"class {name}:"]
    lines += docstring(contract.schemas[name].get("description") or f"The answer of a method: `{name}`.", "    ")
    arguments = []
    for member, schema, required in contract.members(name):
        kind = contract.type_of(schema)
        described = schema.get("description") or contract.resolved(schema).get("description", "")
        optional = not required or contract.nullable(schema)
        if optional and not kind.startswith("Optional["):
            kind = f"Optional[{kind}]" if kind != "None" else kind
        lines += ["", f"    {snake(member)}: {kind}"]
        if described:
            lines += docstring(described, "    ")
        value = f'raw["{member}"]' if required else f'raw.get("{member}")'
        made = contract.reading(schema, value)
        if optional and made != value:
            made = contract.reading(schema, f'raw["{member}"]') + f' if raw.get("{member}") is not None else None'
        arguments.append(made)
    lines += ["", "    raw: Mapping[str, Any] = field(repr=False, compare=False)",
              '    """The JSON that it was read from, with what this release of the client does not know."""',
              "", "    @classmethod", f"    def from_raw(cls, raw: Mapping[str, Any]) -> {name}:",
              '        """Reads it out of JSON; KeyError or TypeError if it has another shape."""',
              "        return cls("] + [f"            {each}," for each in arguments] + ["            raw,", "        )"]
    return lines


def inputs_source(contract):
    names = contract.inputs()
    lines = [BANNER, '"""What params are made of: dictionaries with names as Python has them, and how the wire spells those."""\n',
             "from __future__ import annotations\n", "from datetime import datetime",
             "from typing import Dict, Literal, Mapping, Optional, Sequence, TypedDict, Union\n",
             "from .reading import Shape"]
    used = sorted({word for name in names for _, schema, _ in contract.members(name)
                   for word in re.findall(r"\w+", contract.taken(schema))
                   if word in contract.schemas and (contract.is_choice(word) or word in contract.nouns)
                   and not word.endswith("Input")})
    lines.append(f"from .nouns import {', '.join(used)}")
    for name in names:
        called = contract.input_name(name)
        required = [item for item in contract.members(name) if item[2]]
        others = [item for item in contract.members(name) if not item[2]]
        base = "TypedDict"
        if required and others:
            base = f"_{called}Needs"
            lines += ["", "", f"class {base}(TypedDict):", *(typed_member(contract, *item[:2]) for item in required)]
        lines += ["", "", f"class {called}({base}{'' if required and not others else ', total=False'}):"]
        lines += docstring(contract.schemas[name].get("description", ""), "    ") + [""]
        lines += [typed_member(contract, *item[:2]) for item in (others if others else required)]
    lines += ["", "", "SHAPES: Dict[str, Shape] = {"]
    for name in names:
        members = [f'"{snake(member)}": ("{member}", {json.dumps(shape_name(contract, schema))})'
                   for member, schema, _ in contract.members(name)]
        lines += [f'    "{contract.input_name(name)}": {{', *(f"        {member}," for member in members), "    },"]
    lines += ["}", '"""By the name of a dictionary: how each of its members is called on the wire, and what it is made of."""',
              "", "", "__all__ = [", *(f'    "{contract.input_name(name)}",' for name in sorted(names)), "]"]
    return joined(lines)


def typed_member(contract, member, schema):
    kind = contract.taken(schema)
    return f"    {snake(member)}: " + (f"Optional[{kind}]" if contract.nullable(schema) else kind)


def shape_name(contract, schema):
    """The dictionary that a value of this schema, or each of an array, is given as; empty if it is given as it is."""
    schema = schema if contract.resolved(schema).get("type") != "array" else contract.resolved(schema)["items"]
    names = contract.variants(schema) or [
        name for option in contract.resolved(schema).get("oneOf", []) for name in contract.variants(option)]
    return contract.input_name(names[0]) if names else ""
