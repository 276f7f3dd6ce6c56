"""One test for many values, each of which takes no time to speak of."""

import functools
import inspect
from collections.abc import Callable, Iterable


def each(
    name: str, values: Iterable[object]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The test is held against each of the values in its argument `name`, as one test.

    All that fail are named at once. Thousands of tests of a millisecond would take their time in
    being collected and reported.
    """

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(test)

        @functools.wraps(test)
        def whole(**fixtures: object) -> None:
            failed, count = [], 0
            for count, value in enumerate(values, start=1):  # noqa: B007
                try:
                    test(**{name: value}, **fixtures)
                except AssertionError as error:
                    failed.append(f"{value}: {error}")
            if failed or not count:
                raise AssertionError("\n".join(failed) or f"no {name}")

        left = [p for p in signature.parameters.values() if p.name != name]
        whole.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return whole

    return decorate
