"""What functions are called, so that what they gave is known again in another run."""

from collections.abc import Callable


def function_name(function: Callable[..., object]) -> tuple[str, str]:
    """Module and name of a function of a module: its code is among what everything is made by.

    Raises `TypeError` for one inside of another: there are several of its name, and what they take
    from around them would be compared by nobody.
    """
    if "<" in function.__qualname__:
        raise TypeError(f"{function.__module__}.{function.__qualname__}: no function of a module")
    return function.__module__, function.__qualname__
