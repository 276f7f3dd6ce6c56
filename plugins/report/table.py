"""The figures of a report as a table, for counting on: CSV (RFC 4180)."""

import csv
import io
from typing import TYPE_CHECKING

from plugins.catalogue.settings import Site

if TYPE_CHECKING:
    from plugins.report.views import ReportView


def write_csv(view: "ReportView", site: Site) -> bytes:
    """Two columns, `figure` and `value`, in UTF-8; sorted by the name of the figure."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream)
    table.writerow(("figure", "value"))
    for name, value in sorted(view.named.items()):
        table.writerow((name, f"{value:.4f}" if isinstance(value, float) else str(value)))
    return stream.getvalue().encode()
