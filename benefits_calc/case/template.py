"""The commented case file that `benefits-calc new` writes, ready to fill in."""

from __future__ import annotations

TEMPLATE = """\
# A case file (format 1). Lines that begin with # are notes or facts left out; take away the # to
# use one. Never put a name or address in it: give a reference and a month of birth.
# Every amount says what it is for: week, fortnight, four_weeks, month, quarter or year.

format: 1
label: my-reference            # a reference, never a name
# as_at: 2026-12-01            # the day the comparison is for; left out: today
nation: england                # england, scotland or wales
# council: kingston_upon_thames        # who sends the council tax bill
# rental_area: outer_south_west_london # needed for a private rent
# claims_universal_credit: automatic   # true, false, or automatic: as benefits_now says

claimant:
  born: 1990-06                # year and month
  work_capability: lcwra       # none, awaiting_assessment, lcw or lcwra
  # work_capability_since: 2023-05
  # health_element: protected  # in 2026-27, if the statement shows 429.80; standard for 217.26
  # pip: {daily_living: standard, mobility: none}      # none, standard or enhanced
  # adp: {daily_living: standard, mobility: none}      # in Scotland
  # new_style_esa: {group: support, since: 2024-02}    # assessment, work_related or support
  # carer: {hours_per_week: 35, carers_allowance: true}
  # jobs:                      # paid work now
  #   - {title: cleaner, hourly_pay: 12.71, hours_per_week: 6, paid: weekly}
  # other_income:
  #   - {kind: occupational_pension, amount: 40, per: week}

# partner:                     # the same facts as for the claimant
#   born: 1988-02

# children:
#   - {born: 2019-08, sex: f, childcare: {amount: 60, per: week}}

# others_in_home:              # other adults who live here
#   - {born: 1965-01, relation: parent}

home:
  tenure: social_rent          # social_rent, private_rent, supported, temporary, owned_outright,
                               # mortgaged, with_family or none
  rent: {amount: 120.00, per: week}      # as charged, with every charge in it
  # supported_kind: exempt     # for supported: exempt, managed, refuge or council_hostel
  # ineligible_charges: {amount: 19.00, per: week}     # the part benefits do not meet
  bedrooms: 1
  # council_tax: {liable: true, band: B, people_counted: 1}

savings: 0                     # in pounds

benefits_now:                  # from letters and statements; {} if nothing is paid
  universal_credit:
    assessment_period_starts_on: 8       # the day of the month each period begins
    # amount: {amount: 1044.70, per: month}
    # deductions: [{kind: rent_arrears, amount: 21.25, per: month}]
  # housing_benefit: {amount: 120.00, per: week}
  # council_tax_reduction: {amount: 24.00, per: week}

job:                           # the job being thought about
  title: shop assistant        # no employer's name
  # starts: 2027-01-11
  hourly_pay: 12.71            # or, for a salary: pay: {amount: 1200, per: month}
  hours_per_week: 16
  paid: monthly                # weekly, fortnightly, four_weekly or monthly
  # replaces: none             # needed when there are jobs now: none, all, or 1 for the first
  # pension: {scheme: net_pay, employee_percent: 5, basis: qualifying, enrolment: automatic}
  # tax_code: 1257L
  # costs: [{kind: travel, amount: 18, per: week}]

# compare_hours: [0, 4, 8, 12, 16, 20, 25, 30, 37.5]
"""


def case_template() -> str:
    """The text of a case file to fill in; it can be read as it stands."""
    return TEMPLATE
