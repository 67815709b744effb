"""The files of tests/nasty: each is read by every way there is, and gives articles that hold or a reason."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from saksi import Reader, Record
from saksi.errors import SourceError
from saksi.exports import FORMATS, plover, webannotation, writer
from saksi.exports.parquet import write_folder
from saksi.record import Article
from saksi.sources import Unread, article_from_html, read_paths

# fastwarc warns of its own older classes where it is imported.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
FILES = sorted((Path(__file__).parent / "nasty").iterdir())
SECONDS = 60  # of CPU: what grows with the square of a length takes hours


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader("id")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_is_read_and_written(path: Path, reader: Reader, tmp_path: Path) -> None:
    began = time.process_time()
    found = list(read_paths([path]))
    assert found
    for item in found:
        assert isinstance(item, Article) or (isinstance(item, Unread) and item.reason and item.hint)
    records = list(reader.pipe(item for item in found if isinstance(item, Article)))
    for record in records:
        assert isinstance(record, Record)
        text = record.article.text
        assert all(text[span.start : span.end] == span.text for span in record.spans())
        assert Record.from_dict(record.to_dict()) == record
        for write in (*map(writer, FORMATS), plover.write, webannotation.write):
            stream = io.StringIO()
            write([record], stream)
            stream.getvalue().encode()
    write_folder([one for one in records if isinstance(one, Record)], tmp_path / "tables")
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_is_no_trap_as_a_page(path: Path) -> None:
    try:
        assert article_from_html(path.read_bytes()).text
    except SourceError as error:
        assert error.hint
