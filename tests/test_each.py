"""Many values in one test: none is left out, none hides another."""

import pytest

from tests.each import each


def even(number: int) -> None:
    assert number % 2 == 0


def test_all_that_fail_are_named() -> None:
    each("number", [0, 2, 4])(even)()
    with pytest.raises(AssertionError) as failed:
        each("number", [0, 1, 2, 3])(even)()
    assert "1: " in str(failed.value) and "3: " in str(failed.value)


def test_no_values_are_no_test() -> None:
    with pytest.raises(AssertionError):
        each("number", [])(even)()


@each("number", [1, 2])
def test_fixtures_come_in_as_ever(number: int, tmp_path: object) -> None:
    assert number and tmp_path
