"""Where files other than Python are: at the top of a checkout, in a wheel inside the package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def scenarios_directory() -> Path:
    """Return the folder of example case files.

    Raises:
        FileNotFoundError: neither the package nor a checkout around it has the folder.
    """
    return _in_package_or_checkout("scenarios")


def app_script() -> Path:
    """Return the Streamlit entry file.

    Raises:
        FileNotFoundError: neither the package nor a checkout around it has the file.
    """
    return _in_package_or_checkout("streamlit_app.py")


def known_differences() -> str:
    """Return the page of known differences from other figures, in Markdown.

    Raises:
        FileNotFoundError: neither the package nor a checkout around it has the file.
    """
    name = "known-differences.md"
    try:
        found = _in_package_or_checkout(name)
    except FileNotFoundError:
        found = _in_package_or_checkout(f"docs/{name}")
    return found.read_text(encoding="utf-8")


def _in_package_or_checkout(name: str) -> Path:
    # The package first: a folder that merely stands beside an installed package is not ours.
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.exists():
            return place
    raise FileNotFoundError(f"{name} is missing from this installation of benefits_calc")
