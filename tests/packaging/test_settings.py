"""The app's settings: hardened, readable, and the same in a checkout and in a wheel."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

from benefits_calc.settings import STREAMLIT_SETTINGS, streamlit_options

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


def config_file(root: Path) -> dict[str, object]:
    sections = tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": value
        for section, settings in sections.items()
        for name, value in settings.items()
    }


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


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


@pytest.mark.parametrize(
    ("colour", "least"),
    [
        ("theme.textColor", 7.0),
        ("theme.linkColor", 4.5),
        ("theme.primaryColor", 4.5),
        ("theme.borderColor", 3.0),
    ],
)
@pytest.mark.parametrize("ground", ["theme.backgroundColor", "theme.secondaryBackgroundColor"])
def test_colours_stand_out_from_both_grounds(colour: str, least: float, ground: str):
    assert contrast(str(STREAMLIT_SETTINGS[colour]), str(STREAMLIT_SETTINGS[ground])) >= least


def test_contrast_is_computed_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
