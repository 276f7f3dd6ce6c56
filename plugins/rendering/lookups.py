"""What a page looks up while it is rendered: the dependencies that only rendering tells."""

from collections.abc import Callable

Lookup = tuple[str, str]
"""Kind (`SiteContext.find`) and name."""

Find = Callable[[str, str], object]
"""Who finds it, by kind and name."""

Lookups = tuple[tuple[Lookup, object], ...]
"""Each with what was found."""
