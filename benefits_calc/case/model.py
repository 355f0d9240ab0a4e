"""The case: every fact about one household and the job it thinks about (format 1)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import ValidationError, model_validator
from pydantic_core import PydanticCustomError

from benefits_calc.case import checks
from benefits_calc.case import messages as said
from benefits_calc.case.benefits_now import BenefitsNow
from benefits_calc.case.facts import (
    Accepts,
    Day,
    FactPath,
    Facts,
    Hours,
    Label,
    MonthOrDay,
    PlaceName,
    Pounds,
    bare,
    either,
    fact,
)
from benefits_calc.case.home import Home
from benefits_calc.case.household import Child, OtherPerson
from benefits_calc.case.job import Job
from benefits_calc.case.person import Person
from benefits_calc.case.plans import Choices, Circumstance, Event
from benefits_calc.case.problems import CaseError
from benefits_calc.case.translate import case_error

DEFAULT_HOURS = (0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 25.0, 30.0, 37.5)


class IgnoredSavings(Facts):
    """Part of the savings that benefits leave out for a time."""

    kind: Literal[
        "benefit_arrears",
        "official_error_arrears",
        "injury_trust",
        "injury_payment",
        "home_sale",
        "compensation_scheme",
        "other",
    ] = fact("Kind", "Where the money came from.")
    amount: Pounds = fact("Amount", "How much of the savings it is, in pounds.")
    received: MonthOrDay | None = fact("Received", "Month it came.", None)


class Case(Facts):
    """One household, the job being thought about, and the day the comparison is for."""

    format: Literal[1] = fact("Format", "Version of this file format.", 1)
    label: Label = fact("Label", "A reference for the file, never a name.", "case")
    as_at: Day | None = fact(
        "As at",
        "The day the comparison is for, which decides the rates; left out: today.",
        None,
    )
    nation: Annotated[
        Literal["england", "scotland", "wales", "northern_ireland"],
        Accepts("england, scotland or wales"),
    ] = fact("Nation", "England, Scotland or Wales. Northern Ireland's own rules are not held.")
    council: PlaceName | None = fact(
        "Council", "The council that sends the council tax bill.", None
    )
    region: Literal["london", "rest_of_great_britain"] | None = fact(
        "Region", "For the benefit cap, only where no council is given.", None
    )
    claims_universal_credit: Annotated[
        bool | Literal["automatic"], *either("automatic", truth=True)
    ] = fact(
        "Claims Universal Credit",
        "Whether Universal Credit is claimed; automatic: as benefits_now says.",
        "automatic",
    )
    rental_area: PlaceName | None = fact(
        "Rental area",
        "Broad rental market area; needed for a private rent. Unknown: the whole rent is taken to "
        "be helped with, and that is said.",
        None,
    )
    claimant: Person = fact("Claimant", "The person the comparison is for.")
    partner: Person | None = fact("Partner", "Husband, wife or partner in the home.", None)
    children: tuple[Child, ...] = fact(
        "Children", "Children and young people the household is responsible for.", ()
    )
    others_in_home: tuple[OtherPerson, ...] = fact(
        "Others in the home", "Other adults who live here.", ()
    )
    home: Home = fact("Home", "Where the household lives.")
    savings: Pounds = fact("Savings", "All savings and investments, in pounds.", 0.0)
    savings_ignored: Annotated[
        tuple[IgnoredSavings, ...],
        bare(0, None, then=(), shape=tuple[IgnoredSavings, ...] | Literal[0] | None),
    ] = fact(
        "Of these, left out",
        "Parts of the savings that benefits leave out, such as benefit arrears.",
        (),
    )
    benefits_now: BenefitsNow | None = fact(
        "Benefits now",
        "What is really paid, from letters; {} says that nothing is.",
        None,
    )
    job: Job | None = fact("Job", "The job being thought about.", None)
    compare_hours: tuple[Hours, ...] = fact(
        "Hours to compare",
        "Weekly hours at which to show the job.",
        DEFAULT_HOURS,
        min_length=1,
        max_length=2000,
    )
    choices: Choices = fact("Choices", "Readings of open points of law.", Choices())
    circumstances: tuple[Circumstance, ...] = fact(
        "Special circumstances", "Things that need an adviser or a word of caution.", ()
    )
    events: tuple[Event, ...] = fact("Events", "What happens on days to come.", ())
    not_known: tuple[FactPath, ...] = fact(
        "Not known",
        "Facts that were asked for and that nobody knew; what is taken for each is said.",
        (),
        max_length=200,
    )

    @model_validator(mode="after")
    def _facts_agree(self) -> Self:
        problems = checks.problems(self)
        if problems:
            raise PydanticCustomError("case_problems", "{first}", _context(problems))
        return self

    def at(self, day: date) -> Case:
        """The same case as at another day, checked again.

        Raises:
            CaseError: where the facts do not hold on that day.
        """
        stated: dict[str, Any] = {name: getattr(self, name) for name in self.model_fields_set}
        try:
            return Case(**{**stated, "as_at": day})
        except ValidationError as error:
            raise case_error(error, Case) from None

    @property
    def universal_credit_claimed(self) -> bool:
        """Whether Universal Credit is claimed, by what is stated or by what is paid now."""
        if isinstance(self.claims_universal_credit, bool):
            return self.claims_universal_credit
        return self.benefits_now is not None and self.benefits_now.universal_credit is not None

    @property
    def nothing_is_paid_now(self) -> bool:
        """Whether the case says that no benefit is in payment, with an empty benefits_now."""
        return self.benefits_now is not None and not self.benefits_now.model_fields_set

    @property
    def worker(self) -> Person:
        """The person whose job is compared."""
        if self.job is not None and self.job.who == "partner" and self.partner is not None:
            return self.partner
        return self.claimant

    @property
    def jobs_kept(self) -> tuple[Job, ...]:
        """The worker's present jobs that go on beside the new one."""
        if self.job is None:
            return self.worker.jobs
        replaces = self.job.replaces
        if replaces == "all":
            return ()
        if isinstance(replaces, int):
            return tuple(
                job for place, job in enumerate(self.worker.jobs, start=1) if place != replaces
            )
        return self.worker.jobs

    @property
    def savings_counted(self) -> float:
        """Savings less the parts named as left out, in pounds; how long they stay out is law."""
        return self.savings - sum(part.amount for part in self.savings_ignored)

    def messages(self) -> tuple[said.Message, ...]:
        """What the person should know beside the figures: the case is computed all the same."""
        return said.messages(self)

    def notes(self) -> tuple[said.Message, ...]:
        """How some facts were read, and facts that make no difference."""
        return said.notes(self)


def _context(problems: tuple[Any, ...]) -> dict[str, Any]:
    return {"first": problems[0].message, "problems": problems}


__all__ = ["DEFAULT_HOURS", "Case", "CaseError", "IgnoredSavings"]
