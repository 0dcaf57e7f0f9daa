"""How examples are filled and compared."""

import pytest
from examples import ANY, Placeholders, differences


def test_placeholders_reach_into_the_results_of_the_setup():
    placeholders = Placeholders(0)
    placeholders.results = [{"sessionRequest": {"id": 42, "code": "604153928"}}, {"results": [{"id": 7}]}]
    assert placeholders.filled({"id": "${setup.0.sessionRequest.id}", "all": ["${setup.1.results.0.id}"]}) == {
        "id": 42, "all": [7]}
    assert placeholders.filled("/s/${setup.0.sessionRequest.code}?x") == "/s/604153928?x"
    assert placeholders.filled([ANY, "plain", None, 1]) == [ANY, "plain", None, 1]


def test_times_are_counted_from_a_whole_hour():
    assert Placeholders(3600 * 24 + 59).filled("${now+60}") == "1970-01-02T00:01:00.000Z"


def test_an_unknown_placeholder_fails():
    with pytest.raises(AssertionError):
        Placeholders(0).filled("${later}")


@pytest.mark.parametrize("expected, actual", [
    ({"a": 1}, {"a": 1, "b": 2}), ({"a": ANY}, {"a": None}), ([], []), ([{"a": 1}], [{"a": 1, "b": 2}]), (None, None)])
def test_what_an_example_does_not_name_is_free(expected, actual):
    assert differences(expected, actual) == []


@pytest.mark.parametrize("expected, actual, where", [
    ({"a": 1}, {"a": 2}, "/a is 2"), ({"a": ANY}, {}, "/a is missing"), ([1], [1, 2], "/ is [1, 2]"),
    ({"a": [{"b": 1}]}, {"a": [{"b": None}]}, "/a/0/b is None"), (1, True, "/ is True"), ({}, [], "/ is []")])
def test_what_it_names_must_be_equal(expected, actual, where):
    assert [line for line in differences(expected, actual) if line.startswith(where)]
