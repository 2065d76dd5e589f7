"""A kind and what it writes → its text in a file, with the imports that it needs and the names that they have there."""

from collections.abc import Iterable, Mapping
from string import Template

from benchmarks.planted_writes.kind import Kind, Target
from benchmarks.planted_writes.sources import Source
from benchmarks.planted_writes.truth import Model

MODELS = "django.db:models"


def written(kind: Kind, source: Source, row: Model, target: Target, words: Mapping[str, str]) -> tuple[str, str]:
    """(imports, text) of *kind* in *source*; a row of the model *row* that no word of *words* names is looked up first."""
    needs = [*kind.needs]
    lookups = []
    if (kind.with_row or kind.with_rows) and "row" not in words:
        name = source.name_of(row.module, row.name)[0]
        needs.append(f"{row.module}:{row.name}")
        lookup = "planted_row = {}.{}.get(pk=1)\n" if kind.with_row else "planted_rows = {}.{}.filter(pk=1)\n"
        lookups.append(lookup.format(name, row.manager))
        words = {**words, "row": "planted_row", "rows": "planted_rows"}
    if "$M" in kind.text:
        needs.append(f"{target.model.module}:{target.model.name}")
    if "$P" in kind.text:
        needs.append(f"{target.model.home}:Planted{words['n']}")
    text, imports = _filled("".join((*lookups, kind.text)), source, needs, target, words)
    return imports, text


def declared(kind: Kind, source: Source, target: Target, words: Mapping[str, str]) -> str:
    """What *kind* declares in *source*, the file of the written model, with its imports."""
    text, imports = _filled(
        kind.beside,
        source,
        [*kind.needs, MODELS],
        target,
        {**words, "P": f"Planted{words['n']}", "M": target.model.name},
    )
    return f"\n\n{imports}\n\n\n{text.rstrip()}\n"


def table_of(kind: Kind, target: Target, number: str) -> str:
    """The table that *kind* writes."""
    return Template(kind.table).substitute(t=target.table, label=target.model.app, n=number)


def _filled(
    text: str, source: Source, needs: Iterable[str], target: Target, words: Mapping[str, str]
) -> tuple[str, str]:
    model, field = target.model, target.model.fields[0]
    names: dict[str, str] = {}
    imports: dict[str, None] = {}
    for need in needs:
        module, _, name = need.partition(":")
        known, statement = source.name_of(module, name)
        is_model = module == model.module and name == model.name
        for key in (name, *(["M"] if is_model else []), *(["P"] if name == f"Planted{words.get('n')}" else [])):
            names[key] = known
        if statement and (known in text or any(f"${key}" in text for key in names if names[key] == known)):
            imports[statement] = None
    row = [f"{field.name}={field.literal}", *(f"{column}=1" for column in model.required)]
    filled = Template(text).substitute(
        {
            "objects": model.manager,
            "name": model.name,
            "label": model.app,
            "rel": target.relation.name,
            "f": field.name,
            "col": field.column,
            "v": field.literal,
            "kw": ", ".join(row),
            "t": model.table,
            **names,
            **words,
        }
    )
    return filled, "\n".join(imports)
