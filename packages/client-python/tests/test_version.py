"""The version that the package states."""

import json
from importlib.metadata import version
from pathlib import Path

from packaging.version import Version

import patchbay_client


def test_the_version_is_that_of_the_distribution_and_of_changesets() -> None:
    manifest = json.loads((Path(__file__).parents[1] / "package.json").read_text(encoding="utf-8"))
    assert patchbay_client.__version__ == str(Version(manifest["version"]))
    assert version("patchbay-client") == patchbay_client.__version__
