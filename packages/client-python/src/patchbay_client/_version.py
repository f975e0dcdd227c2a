"""The version of the distribution, written from package.json by scripts/python/write-version.ts."""

__version__ = "0.0.0"
