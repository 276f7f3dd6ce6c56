"""How fast the site is built, beside its peers: `make bench`, described in docs/performance.md."""
