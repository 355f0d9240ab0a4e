"""The app's settings: hardened, readable, and the same in a checkout and in a wheel."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config

from benefits_calc.settings import STREAMLIT_SETTINGS, streamlit_options
from tests.contrast import contrast, luminance

PROTECTIONS = {
    "browser.gatherUsageStats": False,
    "client.disableDataExport": True,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "logger.enableRich": False,
    "logger.level": "critical",
    "runner.magicEnabled": False,
    "server.address": "127.0.0.1",
    "server.disconnectedSessionTTL": 60,
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.maxMessageSize": 20,
    "server.maxUploadSize": 2,
    "server.maxWidgetStateSize": 5,
    "server.runOnSave": False,
    "server.showEmailPrompt": False,
    "server.xsrfCookieSameSite": "strict",
}


THEMES = ("light", "dark")


def config_file(root: Path) -> dict[str, object]:
    text = (root / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    return dict(named_settings(tomllib.loads(text)))


def named_settings(section: dict[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in section.items():
        if isinstance(value, dict):
            yield from named_settings(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def setting(theme: str, name: str) -> str:
    return str(STREAMLIT_SETTINGS[f"theme.{theme}.{name}"])


@pytest.mark.parametrize(("name", "value"), PROTECTIONS.items())
def test_each_protection_is_on(name: str, value: object, root: Path):
    assert config_file(root)[name] == value
    assert STREAMLIT_SETTINGS[name] == value


def test_a_checkout_and_a_wheel_have_the_same_settings(root: Path):
    assert config_file(root) == dict(STREAMLIT_SETTINGS)


@pytest.mark.parametrize("name", STREAMLIT_SETTINGS)
def test_streamlit_knows_each_setting(name: str):
    assert name in config.get_config_options()


def test_no_user_attribute_is_published_in_metrics():
    assert "server.unsafeMetricsUserAttributes" not in STREAMLIT_SETTINGS
    option = config.get_config_options()["server.unsafeMetricsUserAttributes"]
    assert not option.value


def test_options_are_written_as_streamlit_reads_them():
    options = streamlit_options()
    assert "--browser.gatherUsageStats=false" in options
    assert "--server.maxUploadSize=2" in options
    assert len(options) == len(STREAMLIT_SETTINGS)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("colour", "least"),
    [("textColor", 7.0), ("linkColor", 4.5), ("primaryColor", 3.0), ("borderColor", 3.0)],
)
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_colours_stand_out_from_both_grounds(theme: str, colour: str, least: float, ground: str):
    assert contrast(setting(theme, colour), setting(theme, ground)) >= least


@pytest.mark.parametrize("theme", THEMES)
def test_the_white_words_of_a_main_button_can_be_read(theme: str):
    assert contrast("#ffffff", setting(theme, "primaryColor")) >= 4.5


def test_the_readers_own_system_decides_between_light_and_dark():
    assert "theme.base" not in STREAMLIT_SETTINGS
    assert luminance(setting("light", "backgroundColor")) > 0.9
    assert luminance(setting("dark", "backgroundColor")) < 0.02


def test_contrast_is_computed_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
