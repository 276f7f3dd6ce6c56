"""The packages."""
