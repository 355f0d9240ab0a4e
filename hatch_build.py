"""Put the app's entry file into a wheel, where `benefits-calc app` can find it.

`sources` in pyproject.toml renames folders only, and a plain `force-include` would leave a
second, ageing copy beside an editable install.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ENTRY_FILE = "streamlit_app.py"


class EntryFileHook(BuildHookInterface[Any]):
    """Adds the entry file to a wheel that will be installed away from the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the file for inclusion; an editable install reads it in the checkout."""
        entry_file = Path(self.root, ENTRY_FILE)
        if version == "standard" and entry_file.is_file():
            build_data["force_include"][str(entry_file)] = f"benefits_calc/{ENTRY_FILE}"
