"""Surfaces that are files or text: JSON, tables, charts."""
