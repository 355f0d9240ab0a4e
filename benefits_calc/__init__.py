"""What a person in the United Kingdom would have at any weekly hours of work."""

__version__ = "0.1.0"
