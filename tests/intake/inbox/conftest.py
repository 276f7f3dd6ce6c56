"""The content and the inbox of the tests of submissions."""

from tests.intake.submission.conftest import place

__all__ = ["place"]
