"""From facts to figures: the one place outside the rules that speaks to openfisca-core."""
