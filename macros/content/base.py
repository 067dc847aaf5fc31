"""The building blocks every kind of content is made of."""

import datetime
import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal, NamedTuple, cast, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros.content import addresses
from macros.content.problems import ContentError, nearest

Language = Literal["nb", "nn"]
Theme = Literal["ledelse", "partssamarbeid", "innovasjon", "kompetanse"]
Role = Literal["leder", "virksomhetsleder", "hr", "tillitsvalgt", "verneombud", "medarbeider"]
Participation = Literal["informasjon", "drøfting", "forhandling", "medvirkning"]

# Where a `Ref` points when it names a page of the site, as a path under docs/ with or without an anchor.
PAGES = "pages"
# Where a `Ref` points when it names a picture: the folder of the pictures under docs/.
IMAGES = "bilder"

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FARTHEST_YEARS = 5
NORWEGIAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
HTML = re.compile(r"<[A-Za-z/!?]")
MACRO = re.compile(r"\{[{%#]")
LINK = re.compile(r"\]\(\s*(?!https?://)|^\s*\[[^\]]+\]:", re.MULTILINE)


class Content(BaseModel):
    """Base of all content: unknown keys are refused, values keep their type, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Ref(NamedTuple):
    """Marks a field as the id of an entry in another data folder; `part` names a list inside that entry.

    With a part the value is written `entry-id/part-id`.
    """

    folder: str
    part: str = ""


class Prose:
    """Marks a field as words of running text, written by us in one of the two written standards."""


def broken(what: str, fix: str, *path: int | str) -> PydanticCustomError:
    """Return the error of a rule that content does not follow: what is wrong, and what to do.

    `path` leads from what was validated to the part that the editor must look at.
    """
    return PydanticCustomError("rule", "rule", {"what": what, "fix": fix, "path": path})


def repeated(ids: Sequence[str]) -> str | None:
    """Return the first id that stands more than once, if any does."""
    return next((id for id in ids if ids.count(id) > 1), None)


def _not_far_ahead(day: datetime.date) -> datetime.date:
    """Refuse a year that can only be a slip of the pen; a review may be planned some years ahead."""
    if day.year > datetime.date.today().year + FARTHEST_YEARS:
        raise broken(f"{day.isoformat()} er langt fram i tid", "rett årstallet")
    return day


def _day(value: Any) -> Any:
    """Read a date written as åååå-mm-dd; say what to write instead of anything else."""
    if isinstance(value, datetime.date):
        return value
    text = str(value)
    if match := NORWEGIAN_DAY.fullmatch(text):
        day, month, year = match.groups()
        raise PydanticCustomError("day_form", "{better}", {"better": f"{year}-{month:0>2}-{day:0>2}"})
    if not DAY.fullmatch(text):
        raise PydanticCustomError("day_form", "{better}", {"better": text[:10] if DAY.match(text) else ""})
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("day_unknown", "{day}", {"day": text}) from None
    return _not_far_ahead(day)


def _plain(value: str) -> str:
    """Refuse markup that a text field may not hold."""
    if not value.strip():
        raise PydanticCustomError("text_empty", "empty")
    if match := HTML.search(value):
        raise PydanticCustomError("text_html", "html", {"found": value[match.start() : match.start() + 20]})
    if MACRO.search(value):
        raise PydanticCustomError("text_macro", "macro")
    if LINK.search(value):
        raise PydanticCustomError("text_link", "link")
    return value


def _address(value: str) -> str:
    """Refuse an address that no reader could follow."""
    if found := addresses.fault(value):
        raise broken(*found)
    return value


Slug = Annotated[str, Field(pattern=f"^{SLUG.pattern}$")]
# The name of something, in the language of whoever named it.
Name = Annotated[str, AfterValidator(_plain)]
Line = Annotated[str, AfterValidator(_plain), Prose()]
Markdown = Annotated[str, AfterValidator(_plain), Prose(), Field(json_schema_extra={"format": "markdown"})]
Day = Annotated[datetime.date, BeforeValidator(_day), Field(json_schema_extra={"format": "date"})]
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"']+$"), AfterValidator(_address)]


def refuse_early(last: datetime.date | None, again: datetime.date | None) -> None:
    """Raise the error of a next review that is not after the last one, or that stands without one."""
    if again and not last:
        raise broken("review_again står uten reviewed", "legg til reviewed: datoen innholdet sist ble kontrollert")
    if again and last and again <= last:
        what = f"review_again ({again.isoformat()}) er ikke etter siste gjennomgang ({last.isoformat()})"
        raise broken(what, "skriv en senere dato, eller fjern review_again")


class Text(Content):
    """En tekst på både bokmål og nynorsk."""

    nb: Markdown = Field(title="Bokmål", description="Teksten på bokmål.")
    nn: Markdown = Field(title="Nynorsk", description="Teksten på nynorsk.")

    def written(self, language: Language) -> str:
        """Return the text in one of the two standards."""
        return self.nb if language == "nb" else self.nn


class Entry(Content):
    """One file of content: something with a title, which is one text or one in each written standard."""

    def name(self, language: Language) -> str:
        """Return the title in the given standard, or in the only one there is."""
        return self._written("title", language)

    def name_language(self, language: Language) -> Language:
        """Return the standard that `name` answers in when it is asked for one of them."""
        return language if isinstance(getattr(self, "title", None), Text) else getattr(self, "language", language)

    def summary(self, language: Language) -> str:
        """Return the description in the given standard, or in the only one there is."""
        return self._written("description", language)

    @property
    def last_review(self) -> datetime.date | None:
        """Return the day the entry was last checked, or None for a kind that carries no such day."""
        return getattr(self, "reviewed", None)

    @property
    def review_again_on(self) -> datetime.date | None:
        """Return the day the entry itself says it is to be checked again, if it says so."""
        return getattr(self, "review_again", None)

    @model_validator(mode="after")
    def _reviewed_before_it_is_reviewed_again(self) -> "Entry":
        """Refuse a next review that is not after the last."""
        refuse_early(self.last_review, self.review_again_on)
        return self

    def _written(self, field: str, language: Language) -> str:
        value = getattr(self, field)
        return value.written(language) if isinstance(value, Text) else str(value)


class Limit(NamedTuple):
    """Marks a field as a text of a bounded number of characters, in either standard."""

    longest: int
    shortest: int = 1

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Put the bounds where an editor looks for them: on the text, or on each standard of a `Text`."""
        bounds = {"minLength": self.shortest, "maxLength": self.longest}
        whole = handler.resolve_ref_schema(handler(schema))
        if "properties" not in whole:
            return whole | bounds
        return whole | {"properties": {name: text | bounds for name, text in whole["properties"].items()}}

    def check(self, value: Any) -> Any:
        """Return the value, or say which standard is too long or too short."""
        texts = {"nb": value.nb, "nn": value.nn} if isinstance(value, Text) else {"": value}
        for language, text in texts.items():
            length = len(text)
            if not self.shortest <= length <= self.longest:
                detail = {"language": language, "length": length, **self._asdict()}
                raise PydanticCustomError("text_length", "length", detail)
        return value


def short(longest: int, shortest: int = 1) -> Limit:
    """Return the mark that keeps a text within `shortest` to `longest` characters."""
    return Limit(longest, shortest)


def themes_field() -> Any:
    """Return the field every kind uses to say which themes an entry belongs to."""
    return Field(title="Temaer", description="Temaene oppføringen hører til.", min_length=1)


def reviewed_field() -> Any:
    """Return the field every kind uses to say when an entry was last checked."""
    return Field(title="Sist gjennomgått", description="Datoen innholdet sist ble kontrollert, som åååå-mm-dd.")


def review_again_field() -> Any:
    """Return the field every kind uses to say when an entry is to be checked again."""
    text = "Datoen innholdet bør kontrolleres igjen, som åååå-mm-dd. Utelates når det vanlige for typen passer."
    return Field(None, title="Gjennomgås igjen", description=text)


def known_theme(theme: str) -> Theme:
    """Return a theme an editor wrote in a macro; raise ContentError with the nearest one if there is no such theme."""
    for known in get_args(Theme):
        if known == theme:
            return cast(Theme, known)
    fix = nearest(theme, get_args(Theme)) or "velg " + ", ".join(get_args(Theme))
    raise ContentError(f"«{theme}» er ikke et tema – {fix}")
