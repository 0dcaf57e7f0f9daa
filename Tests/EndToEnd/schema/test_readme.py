"""The protocol for people says what the contract says."""

import json
import re

import tables
from contract import Contract

TEXT = tables.README.read_text(encoding="utf-8")
CONTRACT = Contract.load()


def test_the_tables_are_as_the_contract_prints_them():
    assert TEXT == tables.filled(TEXT, tables.contract())


def test_the_transcript_asks_only_what_the_contract_takes():
    joined = re.sub(r"\n {9}", "", TEXT)
    asked = [json.loads(line) for line in re.findall(r"^    [AP]> (.*)$", joined, re.MULTILINE)]
    assert len(asked) == 8
    for request in asked:
        CONTRACT.check_request(request["method"], request["params"])


def test_every_method_extension_and_reason_that_it_names_exists():
    families = "|".join({name.split(".")[0] for name in CONTRACT.methods})
    known = set(CONTRACT.methods) | set(CONTRACT.notifications)
    named = set(re.findall(rf"`((?:{families})\.[a-zA-Z]+)", TEXT))
    assert named and named <= known, named - known
    written = set(re.findall(r'"(x-[A-Za-z]+)"', json.dumps(CONTRACT.document)))
    assert set(re.findall(r"`(x-[A-Za-z]+)`", TEXT)) == written
