"""The methods and the errors of the Python client, out of the contract."""
import re
import textwrap

from python_nouns import BANNER, docstring, joined, pascal, shape_name, snake, union

UNWRAPPED = "A result with one member is answered as that member."


def callable_methods(contract):
    for method in contract.document["methods"]:
        members = contract.resolved(contract.results[method["name"]]).get("properties", {})
        if "subscription" not in members and all(param["name"] != "subscription" for param in method["params"]):
            yield method


def families(contract):
    found = {}
    for method in callable_methods(contract):
        found.setdefault(method["name"].split(".")[0], []).append(method)
    return found


def is_reading(method):
    """Whether calling it twice is the same as calling it once: what a viewer may call only reads."""
    return "viewer" in method["x-access"] and not method["name"].startswith("rpc.") or method["name"] == "rpc.ping"


def result_of(contract, method):
    """(Python type, expression of it over `result`) of what a method answers."""
    schema = contract.results[method["name"]]
    resolved = contract.resolved(schema)
    if not contract.is_object(resolved):
        return "Mapping[str, Any]", "result"
    members = list(resolved["properties"].items())
    if len(members) > 1 or members[0][0] not in resolved["required"]:
        name = contract.target(schema)
        return name, f"{name}.from_raw(result)"
    member, inner = members[0]
    kind, value = contract.type_of(inner), f'result["{member}"]'
    if kind == "Literal[True]":
        kind = "bool"
    made = contract.reading(inner, value)
    if kind in ("bool", "int", "str"):
        made = f"{kind}({made})"
    if contract.nullable(inner) and made != value:
        made += f" if {value} is not None else None"
    return kind, made


def params_of(contract, method, only=None):
    """The parameters as Python spells them, those that are needed first, and the lines that make the params."""
    needed = [param for param in method["params"] if param.get("required")]
    others = [param for param in method["params"] if not param.get("required")]
    signature, lines = [], []
    for param in needed:
        kind = contract.taken(param["schema"])
        signature.append(f"{snake(param['name'])}: " + (f"Optional[{kind}]" if contract.nullable(param["schema"]) else kind))
    lines.append("params: Dict[str, object] = {" + ", ".join(
        f'"{param["name"]}": {given(contract, param)}' for param in needed) + "}")
    signature.append("*")
    for param in others:
        name, kind = snake(param["name"]), contract.taken(param["schema"])
        if only and param["name"] in only:
            signature.append(f"{name}: {only[param['name']]}")
        elif contract.nullable(param["schema"]):
            signature.append(f"{name}: {union(kind, 'None', 'Unset')} = UNSET")
        else:
            signature.append(f"{name}: Optional[{kind}] = None")
        absent = "UNSET" if contract.nullable(param["schema"]) else "None"
        lines += [f"if {name} is not {absent}:", f'    params["{param["name"]}"] = {given(contract, param)}']
    return signature + ["deadline: Optional[float] = None"], lines


def given(contract, param):
    name = snake(param["name"])
    shape = shape_name(contract, param["schema"])
    return f'wire({name}, SHAPES, "{shape}")' if shape else name


def signature_lines(opening, signature, answer):
    one = f"    {opening}(self, {', '.join(signature)}) -> {answer}:"
    if len(one) <= 118:
        return [one]
    return [f"    {opening}(", *(f"        {each}," for each in ["self", *signature]), f"    ) -> {answer}:"]


def method_docstring(method):
    text = [f"{method['summary']} {method['description']}".strip()]
    wrapped = textwrap.wrap(text[0], 112)
    lines = [f'        """{wrapped[0]}', *(f"        {line}" for line in wrapped[1:])]
    if method["params"]:
        lines.append("")
    for param in method["params"]:
        entry = textwrap.wrap(f"{snake(param['name'])}: {described(method, param)}", 108)
        lines += [f"        - {entry[0]}", *(f"          {line}" for line in entry[1:])]
    if len(lines) == 1:
        return [lines[0] + '"""']
    return [*lines, '        """']


def described(method, param):
    """Its description, with the names of the method's params as Python spells them."""
    text = param["description"]
    for other in method["params"]:
        text = re.sub(rf"`{other['name']}`", f"`{snake(other['name'])}`", text)
    return text


def methods_source(contract, waits):
    caller, word, wait = ("AsyncCaller", "async def", "await ") if waits else ("Caller", "def", "")
    lines = [BANNER, f'"""The methods of the service, by family{", to be awaited" if waits else ""}. {UNWRAPPED}"""\n',
             "from __future__ import annotations\n", "from datetime import datetime, timedelta",
             f"from typing import Any, {'AsyncIterator, ' if waits else ''}Dict, {'' if waits else 'Iterator, '}"
             "Literal, Mapping, Optional, Sequence, Tuple, Union, overload\n",
             f"from .calling import {caller}, Method", "from .inputs import *", "from .inputs import SHAPES",
             "from .nouns import *", "from .reading import UNSET, Unset, instant, wire"]
    lines += [""] + [constant(method) for method in callable_methods(contract)]
    for family, methods in families(contract).items():
        lines += ["", "", f"class {'Async' if waits else ''}{pascal(family)}Methods:",
                  f'    """`{family}.*`: {", ".join(snake(each["name"].split(".")[1]) for each in methods)}."""', "",
                  f"    def __init__(self, caller: {caller}) -> None:", "        self._caller = caller"]
        for method in methods:
            lines += method_lines(contract, method, word, wait)
            if any(param["name"] == "page" for param in method["params"]):
                lines += paging_lines(contract, method, waits)
    prefix = "Async" if waits else ""
    lines += ["", "", f"class {prefix}Methods:", '    """All families, each as a member."""', "",
              f"    def _add_families(self, caller: {caller}) -> None:"]
    lines += [f"        self.{snake(family)} = {prefix}{pascal(family)}Methods(caller)" for family in families(contract)]
    lines += ["", "", f'__all__ = ["{prefix}Methods"]']
    return joined(lines)


def constant(method):
    waits = next((param["schema"].get("default", 0) for param in method["params"] if param["name"] == "timeout"), None)
    keyed = any(param["name"] == "idempotencyKey" for param in method["params"])
    flags = [f'"{method["name"]}"']
    if is_reading(method):
        flags.append("reads=True")
    if keyed:
        flags.append("keyed=True")
    if method["x-blocking"]:
        flags.append(f"waits={float(waits or 0)}")
    return f"{constant_name(method)} = Method({', '.join(flags)})"


def constant_name(method):
    return "_" + snake(method["name"].replace(".", "_")).upper()


def method_lines(contract, method, word, wait):
    name = snake(method["name"].split(".")[1])
    answer, made = result_of(contract, method)
    signature, body = params_of(contract, method)
    lines = [""]
    # A dry run of what answers a session request answers a draft of one.
    dry = any(param["name"] == "dryRun" for param in method["params"]) and "sessionRequest" in contract.resolved(
        contract.results[method["name"]])["properties"]
    if dry:
        draft = next(each for each in contract.variants(contract.resolved(
            contract.results[method["name"]])["properties"]["sessionRequest"]) if each.endswith("Draft"))
        whole = draft[:-len("Draft")]
        for kind, type_ in (("Literal[False] = False", whole), ("Literal[True]", draft)):
            overloaded, _ = params_of(contract, method, {"dryRun": kind})
            lines += ["    @overload", *signature_lines(f"{word} {name}", overloaded, type_), "        ...", ""]
    lines += signature_lines(f"{word} {name}", signature, answer) + method_docstring(method)
    lines += ["        " + line for line in body]
    call = f"        return {wait}self._caller.call_method({constant_name(method)}, params, deadline, "
    read = f"{answer}.from_raw" if made == f"{answer}.from_raw(result)" else f"lambda result: {made}"
    if len(call + read) < 118:
        return [*lines, f"{call}{read})"]
    return [*lines, call.rstrip(), f"            {read})"]


def paging_lines(contract, method, waits):
    """An iterator over all pages of a method that answers them one by one."""
    name = snake(method["name"].split(".")[1])
    result = contract.resolved(contract.results[method["name"]])["properties"]
    items = next(member for member in result if member != "nextPage")
    kind = contract.type_of(result[items])[len("Tuple["):-len(", ...]")]
    signature, _ = params_of(contract, {**method, "params": [each for each in method["params"] if each["name"] != "page"]})
    given = ", ".join(f"{each.split(':')[0]}={each.split(':')[0]}" for each in signature if each != "*")
    word, wait = ("async def", "await ") if waits else ("def", "")
    iterator = "AsyncIterator" if waits else "Iterator"
    return ["", *signature_lines(f"{word} {name}_all", signature, f"{iterator}[{kind}]"),
            f'        """All that `{name}` answers, page by page as they are taken; `limit` is the size of a page."""',
            "        page: Optional[str] = None", "        while True:",
            f"            answer = {wait}self.{name}({given}, page=page)", f"            for item in answer.{snake(items)}:",
            "                yield item", "            page = answer.next_page",
            "            if page is None:", "                return"]


def errors_source(contract):
    lines = [BANNER, '"""What the service refuses with: one exception for each reason."""\n',
             "from __future__ import annotations\n", "from typing import Any, Dict, Literal, Mapping, Tuple, Type\n",
             "from .failures import Refused", "from .nouns import Actor, Status\n"]
    table = []
    common = {"reason", "retryable", "retryAfter", "path", "hint", "cause", "index"}
    for reason, error in contract.document["x-errors"].items():
        name = "".join(pascal(part) for part in reason.split("_"))
        data = contract.target(error["data"])
        lines += ["", f"class {name}(Refused):", *docstring(error["meaning"], "    "), "",
                  f'    reason = "{reason}"']
        for member, schema, _ in contract.members(data):
            if member in common:
                continue
            value = f'self.data["{member}"]'
            lines += ["", "    @property", f"    def {snake(member)}(self) -> {contract.type_of(schema)}:",
                      *docstring(schema.get("description") or contract.resolved(schema).get("description") or "", "        "),
                      f"        value: {contract.type_of(schema)} = {contract.reading(schema, value)}",
                      "        return value"]
        lines.append("")
        table.append(f'    "{reason}": {name},')
    lines += ["", "BY_REASON: Dict[str, Type[Refused]] = {", *table, "}",
              '"""The exception of each reason that this release knows."""', "", "",
              "def refusal(error: Mapping[str, Any], method: str) -> Refused:",
              '    """The exception of a JSON-RPC error object; a reason of a newer service is a plain `Refused`."""',
              '    data: Mapping[str, Any] = error.get("data") or {}',
              '    kind = BY_REASON.get(str(data.get("reason")), Refused)',
              '    return kind(int(error.get("code", 0)), str(error.get("message", "")), data, method)', "", "",
              "__all__ = ["] + [f'    "{"".join(pascal(part) for part in reason.split("_"))}",'
                                for reason in contract.document["x-errors"]] + ['    "refusal",', "]"]
    return joined(lines)
