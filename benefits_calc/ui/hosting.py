"""Which computer holds an open page, for the sentence about privacy."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

LOOPBACK = ("localhost", "127.0.0.1", "::1")
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "Forwarded")


def is_this_computer() -> bool:
    """Whether the page comes from the machine it is read on, as far as can be told."""
    headers = st.context.headers
    if any(name in headers for name in FORWARDED):
        return False
    asked = urlsplit(f"//{headers.get('Host', '')}").hostname
    return st.get_option("server.address") in LOOPBACK and asked in LOOPBACK
