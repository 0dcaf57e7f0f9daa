"""The long versions: the same scenarios, as often as ROUNDS says (1,000 unless set)."""

import os

import pytest

import test_crash
import test_stream
from desk import rounds

os.environ.setdefault("ROUNDS", "1000")


def test_kill_after_kill(make_desk):
    print(f"{test_crash.run(make_desk, rounds(500), seed=int.from_bytes(os.urandom(4), 'big'))} answered changes")


def test_a_long_stream(make_desk):
    test_stream.run(make_desk(), rounds(500) * 200)


@pytest.mark.parametrize("turn", range(5))
def test_stalled_subscribers_under_a_long_load(make_desk, turn):
    test_stream.run_stalled(make_desk, rounds(500) * 10)
