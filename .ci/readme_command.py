"""Print a command exactly as README.md gives it: the block after `<!-- command: NAME -->`.

CI runs what this prints, so that what the README promises is what is tested.
"""

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def command(name: str, text: str) -> str:
    """Return the single line of the fenced block that follows the named marker.

    Raises:
        LookupError: there is no such block, or it is not one line.
    """
    marker = re.escape(f"<!-- command: {name} -->")
    found = re.search(marker + r"\s*```\w*\n([^\n]+)\n```", text)
    if found is None:
        raise LookupError(f"README.md has no one-line command named {name!r}")
    return found.group(1)


if __name__ == "__main__":
    print(command(sys.argv[1], README.read_text(encoding="utf-8")))
