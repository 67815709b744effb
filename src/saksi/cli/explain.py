"""`saksi explain`: why something is in the record of an article, or why it is not."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """What `saksi explain` can write."""

    table = "table"
    json = "json"


def explain(
    path: Annotated[
        str, typer.Argument(metavar="FILE", help="A file with the article; - reads stdin.", show_default=False)
    ],
    at: Annotated[
        int | None, typer.Option(metavar="OFFSET", help="A character of the article's text, counted from 0.")
    ] = None,
    find: Annotated[
        str | None, typer.Option(metavar="WORDS", help="The first place of these words, instead of --at.")
    ] = None,
    id: Annotated[  # noqa: A002 - the option is --id
        str | None, typer.Option(metavar="ID", help="Which article, where the file holds several.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", metavar="CODE", help="The language of the article; by default it is found."),
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline to parse with: a folder or a package.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = Format.table,  # noqa: A002
) -> None:
    """Explain one sentence: its parse, its statements and events, and what came near to being one, with reasons.

    Exit code: 0 done, 1 the article cannot be read, or there is no such place in it.
    """
    import msgspec

    from saksi.cli.output import output
    from saksi.cli.pick import article_of, place_of
    from saksi.errors import OptionError
    from saksi.options import Options

    if (at is None) == (find is None):
        raise OptionError("name one place in the text", hint="give --at OFFSET or --find WORDS")
    options = Options(language=language, model=model)
    article = article_of(path, id, options.max_chars)
    offset = at if at is not None else place_of(article.text, find or "")

    from saksi.reading import Reader
    from saksi.reading.explain import explain as explained

    found = explained(Reader(options=options).inspect(article), offset)
    with output(None) as stream:
        if format is Format.json:
            stream.write(msgspec.json.encode(found).decode() + "\n")
        else:
            from saksi.cli.explained import write

            write(found, stream)
