"""The tables in schema/README.md that say what openrpc.json says. `python3 tables.py` writes them anew."""

import json
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "schema"
README = FOLDER / "README.md"
LETTERS = {"admin": "A", "support_agent": "S", "viewer": "V", "gateway": "G", "courier": "C"}


def methods(document):
    yield "| method | access | what it does |"
    yield "|---|---|---|"
    for method in document["methods"]:
        access = "".join(LETTERS[role] for role in method["x-access"])
        blocking = " (blocking)" if method["x-blocking"] else ""
        yield f"| `{method['name']}` | {access} | {method['summary']}{blocking} |"


def errors(document):
    yield "| reason | code | retryable | `data` besides | meaning |"
    yield "|---|---|---|---|---|"
    schemas = document["components"]["schemas"]
    for reason, error in document["x-errors"].items():
        required = schemas[error["data"]["$ref"].rsplit("/", 1)[1]]["required"]
        besides = ", ".join(f"`{name}`" for name in required if name not in ("reason", "retryable"))
        retryable = "yes" if error["retryable"] else "no"
        yield f"| `{reason}` | {error['code']} | {retryable} | {besides} | {error['meaning']} |"


def filled(text, document):
    """The page with its tables as they ought to be."""
    for name, table in (("methods", methods), ("errors", errors)):
        pattern = re.compile(rf"(<!-- begin {name}: [^\n]*-->\n).*?(<!-- end {name} -->)", re.DOTALL)
        assert len(pattern.findall(text)) == 1, f"README.md has no place for the table of {name}"
        lines = "\n".join(table(document))
        text = pattern.sub(lambda found: f"{found[1]}\n{lines}\n\n{found[2]}", text)
    return text


def contract():
    return json.loads((FOLDER / "openrpc.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8"), contract()), encoding="utf-8")
