"""What is said to an editor when a value does not fit its field: one wording for each kind of Pydantic error."""

from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.content import ids
from macros.content.base import Text
from macros.content.problems import nearest


class Wording(NamedTuple):
    """What is wrong and what to do."""

    what: str
    fix: str


def _shown(value: Any) -> str:
    if value is None:
        return "tom"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "en gruppe" if isinstance(value, dict) else "en liste"
    text = str(value)
    return f"«{text[:60]}…»" if len(text) > 60 else f"«{text}»"


def _string(error: ErrorDetails) -> Wording:
    value = error["input"]
    if isinstance(value, bool | int | float):
        bare = str(value).lower() if isinstance(value, bool) else str(value)
        return Wording(f"skal være tekst, men «{bare}» leses som tall eller sant/usant", f'skriv "{bare}"')
    return Wording(f"skal være tekst, men er {_shown(value)}", "skriv teksten rett etter kolonet")


def _choice(error: ErrorDetails) -> Wording:
    allowed = [part.strip(" '") for part in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    options = "velg " + ", ".join(allowed)
    if error["input"] is None:
        return Wording("mangler verdi", options)
    fix = nearest(str(error["input"]), allowed)
    return Wording(f"{_shown(error['input'])} er ikke en mulig verdi", f"{fix} – {options}" if fix else options)


def _length(error: ErrorDetails) -> Wording:
    detail = error["ctx"]
    which = f" på {detail['language']}" if detail["language"] else ""
    length, longest, shortest = detail["length"], detail["longest"], detail["shortest"]
    what = f"teksten{which} er på {length} tegn"
    if length > longest:
        return Wording(f"{what}, og grensen er {longest}", f"kort den ned med {length - longest} tegn")
    return Wording(f"{what}, og må ha minst {shortest}", "skriv litt mer")


def _day_form(error: ErrorDetails) -> Wording:
    better = error["ctx"]["better"]
    if error["input"] is None:
        return Wording("mangler dato", "skriv for eksempel 2026-11-25")
    what = f"{_shown(error['input'])} er ikke bare dato på formen åååå-mm-dd"
    return Wording(what, f"skriv {better}" if better else "skriv for eksempel 2026-11-25")


def _pattern(error: ErrorDetails) -> Wording:
    value, pattern = _shown(error["input"]), error["ctx"]["pattern"]
    for part, (what, fix) in PATTERNS.items():
        if part in pattern:
            return Wording(what.format(value=value), fix)
    better = ids.proposed(str(error["input"])) or "klare-mal"
    return Wording(
        f"{value} er ikke en gyldig id", f"bruk små bokstaver a–z, tall og bindestrek, for eksempel «{better}»"
    )


# A part of the pattern → what is said when a value does not fit it.
PATTERNS = {
    "http": ("{value} er ikke en hel nettadresse", "skriv adressen med https:// foran og uten mellomrom"),
    ".md": ("{value} er ikke en side", "skriv stien under docs/, for eksempel ledelse/index.md"),
    "webp": (
        "{value} er ikke navnet på et bilde",
        "skriv filnavnet i docs/bilder/: små bokstaver a–z, tall og bindestrek, og .jpg, .png eller .webp",
    ),
    "+/[": ("{value} viser ikke til et punkt", "skriv sjekkliste/punkt, for eksempel klare-mal/velg-tre-mal"),
}

# Pydantic's error type → what is wrong and what to do; {value} is what stands in the file.
SIMPLE = {
    "missing": ("mangler", "legg til feltet"),
    "text_html": ("teksten har HTML ({found})", "skriv ren tekst; *kursiv*, **fet** og lister med «- » kan brukes"),
    "text_macro": ("teksten har makrokode", "fjern krøllparentesene; makroer hører hjemme i sider"),
    "text_link": ("teksten har en lenke uten https://", "skriv hele adressen, eller vis til en kilde"),
    "day_unknown": ("datoen {day} finnes ikke", "rett dag eller måned"),
    "too_short": ("har {actual_length} punkter, og må ha minst {min_length}", "legg til det som mangler"),
    "too_long": ("har {actual_length} punkter, og kan ha høyst {max_length}", "fjern eller flytt noen"),
    "list_type": ("skal være en liste, men er {value}", "skriv hvert punkt på egen linje med «- » foran"),
    "model_type": ("skal være en gruppe av felt, men er {value}", "skriv feltene under hverandre, rykket inn"),
    "int_type": ("skal være et helt tall, men er {value}", "skriv bare tallet, for eksempel 90"),
    "float_type": ("skal være et tall, men er {value}", "skriv bare tallet, for eksempel 0.5"),
    "bool_type": ("skal være sant eller usant, men er {value}", "skriv true eller false uten anførselstegn"),
    "greater_than_equal": ("{value} er for lite", "skriv minst {ge}"),
    "less_than_equal": ("{value} er for mye", "skriv høyst {le}"),
    "rule": ("{what}", "{fix}"),
}

WORDED: dict[str, Callable[[ErrorDetails], Wording]] = {
    "string_type": _string,
    "literal_error": _choice,
    "text_length": _length,
    "day_form": _day_form,
    "string_pattern_mismatch": _pattern,
}


def word(error: ErrorDetails, model: type[BaseModel]) -> Wording:
    """Return the wording of one Pydantic error in an entry of kind `model`; never an English sentence."""
    if error["type"] == "extra_forbidden":
        return _unknown_field(error, model)
    if error["type"] == "text_empty" or (error["type"] == "string_type" and error["input"] is None):
        return Wording("mangler tekst", "skriv teksten" + _or_leave_out(error, model))
    if error["type"] in WORDED:
        return WORDED[error["type"]](error)
    if error["type"] in SIMPLE:
        values = {"value": _shown(error["input"]), **error.get("ctx", {})}
        return Wording(*(part.format(**values) for part in SIMPLE[error["type"]]))
    return Wording(f"{_shown(error['input'])} passer ikke i feltet", "se hva feltet kan ha, på siden «Felt»")


def _or_leave_out(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Say what may be done instead of writing a text: a point may go, and a field that is not demanded."""
    *before, name = error["loc"]
    if isinstance(name, int):
        return ", eller fjern punktet"
    field = model_at(model, tuple(before)).model_fields.get(str(name))
    return "; feltet må fylles ut" if field and field.is_required() else ", eller fjern feltet"


def of_value(model: type[BaseModel], name: str, value: Any) -> list[Wording]:
    """Return what would be said of one field of an entry of kind `model` if it held this value."""
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return [word(detail, model) for detail in error.errors(include_url=False) if detail["loc"][:1] == (name,)]
    return []


def _unknown_field(error: ErrorDetails, model: type[BaseModel]) -> Wording:
    name = str(error["loc"][-1])
    fields = field_names(model, error["loc"][:-1])
    if error["loc"] == ("id",):
        return Wording(
            f"«id» er et ukjent felt her, og har verdien {_shown(error['input'])}", "fjern det: filnavnet er id-en"
        )
    if inner := holder_of(name, model, error["loc"][:-1]):
        return Wording(f"«{name}» er et ukjent felt her", f"rykk det inn, så det hører til {inner}, eller fjern det")
    fix = nearest(name, fields)
    options = "feltene her er " + ", ".join(fields)
    return Wording(f"«{name}» er et ukjent felt", f"{fix} – {options}" if fix else options)


def holder_of(name: str, model: type[BaseModel], location: tuple[int | str, ...]) -> str:
    """Return the field at `location` whose groups have a field called `name`, or an empty text if none has."""
    fields = model_at(model, location).model_fields
    return next(
        (
            own
            for own, field in fields.items()
            if any(name in inner.model_fields for inner in models_in(field.annotation) if not issubclass(inner, Text))
        ),
        "",
    )


def field_names(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """Return the fields of the model that stands at `location` inside `model`."""
    return list(model_at(model, location).model_fields)


def model_at(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the model that stands at `location` inside `model`."""
    current: type[BaseModel] = model
    for step in location:
        if isinstance(step, str) and step in current.model_fields:
            current = next(iter(models_in(current.model_fields[step].annotation)), current)
    return current


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """Return the models an annotation such as `list[Item] | None` is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in models_in(part)]
