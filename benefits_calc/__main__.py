"""`python -m benefits_calc` is the same as `benefits-calc`."""

from benefits_calc.cli import main

if __name__ == "__main__":
    main()
