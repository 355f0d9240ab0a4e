"""The app's Streamlit settings, for a wheel that carries no `.streamlit` folder.

`.streamlit/config.toml` holds the same settings for a checkout; a test compares the two.
Case data is health data, so nothing about a session may leave the machine, be logged or be
shown to anyone but the person who typed it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

Setting = bool | int | str

STREAMLIT_SETTINGS: Final[Mapping[str, Setting]] = MappingProxyType(
    {
        # Nothing is sent to Streamlit's makers, and nobody is asked for an e-mail address.
        "browser.gatherUsageStats": False,
        "server.showEmailPrompt": False,
        # The text of an error can quote what somebody typed: not on the page, in the log,
        # or in a link that searches the web for it.
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "logger.level": "critical",
        "logger.enableRich": False,
        # Only our own exports make spreadsheet formulas harmless.
        "client.disableDataExport": True,
        "client.toolbarMode": "minimal",
        "runner.magicEnabled": False,
        # What a page leaves behind goes by itself; to look through everything that all open
        # pages hold, after every click of each, would make them all wait.
        "runner.postScriptGC": False,
        # Only this machine may open the page, unless whoever hosts it says otherwise.
        "server.address": "127.0.0.1",
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.xsrfCookieSameSite": "strict",
        "server.enableAgentApi": False,
        "server.enableStaticServing": False,
        # A case file is a few kilobytes; sizes are in megabytes.
        "server.maxUploadSize": 2,
        "server.maxMessageSize": 20,
        "server.maxWidgetStateSize": 5,
        # Seconds that a closed page's answers are kept for a reconnection.
        "server.disconnectedSessionTTL": 60,
        "server.fileWatcherType": "none",
        "server.runOnSave": False,
        # Large enough to read beside somebody, links underlined; dark where the screen is dark.
        # No base is set, so that the reader's own system decides between the two.
        "theme.baseFontSize": 18,
        "theme.linkUnderline": True,
        "theme.showWidgetBorder": True,
        "theme.dark.backgroundColor": "#10191f",
        "theme.dark.borderColor": "#8799a3",
        "theme.dark.linkColor": "#8cc8ee",
        "theme.dark.primaryColor": "#2b79ad",
        "theme.dark.secondaryBackgroundColor": "#1c2a33",
        "theme.dark.textColor": "#e9f0f4",
        "theme.light.backgroundColor": "#ffffff",
        "theme.light.borderColor": "#64747e",
        "theme.light.linkColor": "#17567d",
        "theme.light.primaryColor": "#17567d",
        "theme.light.secondaryBackgroundColor": "#f1f5f7",
        "theme.light.textColor": "#16242d",
    }
)


def streamlit_options() -> list[str]:
    """Return the settings as options for `streamlit run`, in a fixed order."""
    return [f"--{name}={_as_text(value)}" for name, value in STREAMLIT_SETTINGS.items()]


def _as_text(value: Setting) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
