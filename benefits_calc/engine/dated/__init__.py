"""The dated side of the engine: pay packets on their days, and what each is made of."""
