"""Times as people write them, by the system's Python, which has the bindings that they stand on."""

import json
import subprocess

import pytest
from conftest import HERE, ROOT
from stage import PYTHON

ASKED = """
import json, sys
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace as Value
from session_requests_window import moments
now = datetime(2030, 7, 1, 12, 0, tzinfo=timezone.utc)
at = lambda **more: now + timedelta(**more)
print(json.dumps([
    moments.moment(at(hours=2), now), moments.moment(at(days=-1), now), moments.moment(at(days=3), now),
    moments.since(at(seconds=-20), now), moments.since(at(minutes=-3), now), moments.since(at(hours=-5), now),
    moments.span(Value(starts_at=at(days=2), ends_at=at(days=2, hours=1), time_zone="America/Sao_Paulo"), now),
    moments.local_zone_name(), moments.read("2030-01-02 10:00").isoformat(),
    moments.read("2030-01-02 10:00", "Asia/Tokyo").isoformat(), moments.language_name("pt-BR"), moments.language_name("tlh-x")]))
"""


def told(**environment):
    done = subprocess.run(
        [PYTHON, "-c", ASKED], capture_output=True, text=True, check=False, env={
            "PATH": "/usr/bin:/bin", "PYTHONPATH": f"{HERE.parent}:{ROOT}/clients/python/src", "TZ": "Europe/Berlin",
            **environment})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("environment", "expected"), [
    ({"LANG": "C.UTF-8"}, [
        "today, 16:00", "yesterday, 14:00", "4 Jul 2030, 14:00", "just now", "3 mins", "5 hrs",
        "3 Jul 2030, 14:00 – 15:00 (3 Jul 2030, 09:00 – 10:00 in America/Sao_Paulo)"]),
    ({"LANG": "en_US.UTF-8"}, [
        "today, 4:00 PM", "yesterday, 2:00 PM", "Jul 4, 2030, 2:00 PM", "just now", "3 min", "5 hr",
        "Jul 3, 2030, 2:00 PM – 3:00 PM (Jul 3, 2030, 9:00 AM – 10:00 AM in America/Sao_Paulo)"]),
    ({"LANG": "en_US.UTF-8", "LC_TIME": "en_IE.UTF-8"}, [
        "today, 16:00", "yesterday, 14:00", "4 Jul 2030, 14:00", "just now", "3 mins", "5 hrs",
        "3 Jul 2030, 14:00 – 15:00 (3 Jul 2030, 09:00 – 10:00 in America/Sao_Paulo)"]),
    ({"LANG": "de_AT.UTF-8"}, [
        "heute, 16:00", "gestern, 14:00", "04.07.2030, 14:00", "gerade eben", "3 Min.", "5 Std.",
        "03.07.2030, 14:00 – 15:00 (03.07.2030, 09:00 – 10:00 in America/Sao_Paulo)"]),
])
def test_times_are_those_of_the_language_and_the_region(environment, expected):
    assert [text.replace("\u202f", " ").replace("\xa0", " ") for text in told(**environment)[:7]] == expected


def test_what_is_typed_is_on_the_clock_of_its_zone():
    assert told(LANG="C.UTF-8")[7:] == [
        "Europe/Berlin", "2030-01-02T09:00:00+00:00", "2030-01-02T01:00:00+00:00", "Portuguese (Brazil)", "tlh-x"]
