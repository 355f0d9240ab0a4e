"""Closed lists of values that variables take."""

from __future__ import annotations

from openfisca_core.indexed_enums import Enum


class WorkCapability(Enum):
    """Outcome of the work capability assessment (UC Regs 2013 Parts 4 and 5)."""

    none = "No limited capability for work"
    awaiting_assessment = "Waiting for a first assessment"
    lcw = "Limited capability for work"
    lcwra = "Limited capability for work and work-related activity"


class NewStyleEsaGroup(Enum):
    """Where a New Style ESA claim stands (WRA 2007 ss.2 and 24)."""

    none = "No New Style ESA"
    assessment = "Assessment phase"
    work_related = "Work-related activity group"
    support = "Support group"


class HealthElementRate(Enum):
    """Which rate of the LCWRA element a person has, where it is known from the award."""

    automatic = "Work out from the facts"
    protected = "The higher, protected rate"
    standard = "The standard rate from April 2026"


class DailyLiving(Enum):
    """PIP or ADP daily living component."""

    none = "None"
    standard = "Standard rate"
    enhanced = "Enhanced rate"


class PipMobility(Enum):
    """PIP or ADP mobility component."""

    none = "None"
    standard = "Standard rate"
    enhanced = "Enhanced rate"


class CareComponent(Enum):
    """DLA or Child Disability Payment care component."""

    none = "None"
    lowest = "Lowest rate"
    middle = "Middle rate"
    highest = "Highest rate"


class MobilityComponent(Enum):
    """DLA or Child Disability Payment mobility component."""

    none = "None"
    lower = "Lower rate"
    higher = "Higher rate"


class AttendanceAllowanceRate(Enum):
    """Attendance Allowance rate."""

    none = "None"
    lower = "Lower rate"
    higher = "Higher rate"


class Tenure(Enum):
    """How the home is held, as far as Universal Credit treats it differently."""

    social_rent = "Rented from a council or housing association"
    private_rent = "Rented from a private landlord"
    supported = "Specified (supported) accommodation"
    temporary = "Temporary accommodation"
    owner = "Owned, with or without a mortgage"
    none = "No housing costs of one's own"


class TaxRegion(Enum):
    """Whose income tax rates a code uses."""

    rest_of_uk = "England and Northern Ireland"
    scotland = "Scotland"
    wales = "Wales"


class TaxCodeKind(Enum):
    """Kinds of PAYE code."""

    number = "Free pay by the number"
    k = "K code: addition to pay"
    br = "All pay at the basic rate"
    d0 = "All pay at the next rate up"
    d1 = "All pay at the second rate up"
    d2 = "All pay at the third rate up (Scotland)"
    d3 = "All pay at the fourth rate up (Scotland)"
    nt = "No tax"


class NationalInsuranceCategory(Enum):
    """Category letters of employees' Class 1 contributions, grouped by what they pay."""

    standard = "A, F, H, M, N, V: main rate"
    reduced = "B, E, I: married women's reduced rate"
    deferred = "J, L, Z: deferred, additional rate only"
    nothing = "C, K, S, X: nothing"


class PensionScheme(Enum):
    """How a workplace pension takes its contribution."""

    none = "None"
    net_pay = "Net pay arrangement"
    relief_at_source = "Relief at source"
    salary_sacrifice = "Salary sacrifice"


class PensionBasis(Enum):
    """On which pay the percentage is taken."""

    qualifying = "Qualifying earnings"
    all = "All pay"


class PensionEnrolment(Enum):
    """How the person came to be in the scheme, or not."""

    automatic = "By age and the earnings trigger"
    joined = "Asked to join"
    opted_out = "Opted out"


class StatutoryParentalPay(Enum):
    """Kinds of statutory pay for parents, by the Part of the 1992 Act."""

    none = "None"
    maternity = "Maternity (Part 12)"
    adoption = "Adoption (Part 12ZB)"
    paternity = "Paternity (Part 12ZA)"
    shared_parental = "Shared parental (Part 12ZC)"
    bereavement = "Parental bereavement (Part 12ZD)"
    neonatal_care = "Neonatal care (Part 12ZE)"


class PremiumRate(Enum):
    """At which rate a premium was in the award that Universal Credit took the place of."""

    none = "None"
    single = "Single"
    couple = "Couple"
