"""`saksi doctor`: what is installed, what is missing, and how to mend it."""

from __future__ import annotations

import platform
from typing import Annotated

import typer

from saksi.cli.guard import Code
from saksi.cli.inventory import Language, Package, languages, packages
from saksi.version import __version__


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Write what was found as one JSON object.")] = False,
) -> None:
    """Say what is installed, with versions and sizes, and how to mend what is missing.

    Exit code: 0 all is well, 1 something is to be mended.
    """
    import msgspec

    needed, spoken = packages(), languages()
    troubles = [*_package_troubles(needed), *_language_troubles(spoken)]
    if as_json:
        found = {
            "saksi": __version__,
            "python": platform.python_version(),
            "packages": needed,
            "languages": spoken,
            "troubles": [{"what": what, "mend": mend} for what, mend in troubles],
        }
        typer.echo(msgspec.json.encode(found).decode())
    else:
        _tell(needed, spoken, troubles)
    if troubles:
        raise typer.Exit(Code.FAILED)


def _package_troubles(needed: list[Package]) -> list[tuple[str, str]]:
    if not needed:
        return [("Saksi itself is not installed as a package", "pip install -e . in its folder")]
    return [(f"package {p.name} is missing", f"pip install '{p.name}{p.needed}'") for p in needed if not p.version]


def _language_troubles(spoken: list[Language]) -> list[tuple[str, str]]:
    """Load each language: a file may be there and still not fit, and only loading tells."""
    from saksi.errors import SaksiError

    troubles = (
        [] if spoken else [("no language is installed", "install Saksi again: pip install --force-reinstall saksi")]
    )
    for language in spoken:
        if not language.model:
            troubles.append(
                (
                    f"language {language.code} has no model",
                    f"make it as training/{language.code} describes, or install Saksi again",
                )
            )
            continue
        try:
            from saksi.reading import Reader

            _ = Reader(language.code).nlp
        except SaksiError as error:
            troubles.append((f"language {language.code}: {error.what}", error.hint))
        except ImportError as error:
            troubles.append((f"language {language.code} cannot be tried: {error}", "mend the packages first"))
    return troubles


def _tell(needed: list[Package], spoken: list[Language], troubles: list[tuple[str, str]]) -> None:
    typer.echo(f"saksi {__version__}, Python {platform.python_version()} on {platform.system()} {platform.machine()}")
    typer.echo("\npackages")
    for package in needed:
        typer.echo(f"  {package.name:22} {package.version or 'missing':12} ({package.needed})")
    typer.echo("\nlanguages")
    for language in spoken:
        model = language.model
        typer.echo(
            f"  {language.code}  {f'{model.label}, {_size(model.size)}, spaCy {model.spacy}' if model else 'no model'}"
        )
        for file in language.data:
            typer.echo(f"      {file.name:20} {_size(file.size):>10}")
    typer.echo("\nAll is well." if not troubles else "\nto mend")
    for what, mend in troubles:
        typer.echo(f"  {what}\n    {mend}")


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} kB"
