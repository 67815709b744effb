"""Why a source could not be read: the codes S2xx, each with what to do about it (docs/errors.md tells them all)."""

from __future__ import annotations

import msgspec

from saksi.errors import SourceError

HINTS = {
    "S200": "look at the disk or the mount, and run it again",
    "S201": "check the path; the file may have been moved while Saksi was running",
    "S202": "give yourself the right to read it (chmod u+r), or run as a user who has it",
    "S203": "name a file or a folder; what comes from a pipe is read with `-`",
    "S204": "name a folder that holds .txt, .html, .json or .jsonl files; hidden files are not read",
    "S210": "leave it out, or look at what made it",
    "S211": "save the article as .txt, .html or .jsonl first (a PDF or a Word file is not read)",
    "S212": "save the file as UTF-8",
    "S213": "split it into articles, or raise --max-chars",
    "S214": "turn it into JSON Lines, one article a line, which is read line by line",
    "S215": "download or compress the file again",
    "S220": "save the page after it has loaded, or copy the text of the article into a .txt file",
    "S221": "copy the text of the article into a .txt file",
    "S230": "mend the line, or write the file again with a JSON library",
    "S231": 'write each article as an object: {"text": "..."}',
    "S232": 'give each article a field "text" with its text',
    "S233": 'put the text of the article into "text" as one string',
    "S240": "fetch it again; the pages before that place were read",
    "S241": "pip install 'saksi[warc]'",
    "S242": "pip install s3fs for s3://, gcsfs for gs://, adlfs for abfs:// (or fsspec and another of its drivers)",
    "S243": "pip install 'saksi[fast]', or take the careful extractor",
    "S235": "write it again with `saksi read --format jsonl`, or give the article alone",
    "S234": "write the file again as UTF-8: half of a surrogate pair is no character",
    "S250": "give an address of the web, http://host/... or https://host/...",
    "S251": "if it is a machine of yours that you trust, name it with --allow-host",
    "S252": "look at the address, and whether the network and the server work; it is asked again later",
    "S253": "the server is slow or busy; it is asked again later",
    "S254": "open the address in a browser; where the server is at fault, it is asked again later",
    "S255": "look at what stands at the address; --max-mb takes more",
    "S256": "ask the publisher, or save the pages by hand and use `saksi load`",
    "S257": "open the address in a browser, and give the one that it ends at",
    "S258": "open the address in a browser; it may be a page that only links to its feed",
    "S259": "tell the publisher: no feed needs entities of its own",
    "S260": "leave it out, or save the article as .txt, .html or .jsonl and use `saksi load`",
    "S261": "the connection broke, or the server is at fault; it is asked again later",
    "S262": "export the list again from your feed reader, as OPML",
    "S263": "look at the feed in a browser: without addresses there is nothing to fetch",
}


class Unread(msgspec.Struct, frozen=True):
    """An input that could not be read: which (``path``, and ``where`` inside it, such as "line 12"), and why.

    ``code`` is stable (S2xx), ``reason`` is what happened and ``hint`` is what to do.
    """

    path: str
    where: str
    code: str
    reason: str
    hint: str

    @classmethod
    def of(cls, path: str, where: str, error: SourceError) -> Unread:
        """The report of an error at a place."""
        return cls(path, where, error.code, error.what, error.hint)


def trouble(code: str, what: str) -> SourceError:
    """The error with a code S2xx, what happened ("it is empty"), and the hint that belongs to the code."""
    return SourceError(what, hint=HINTS[code], code=code)


def os_trouble(error: OSError) -> SourceError:
    """The error for what the operating system says about a file."""
    what = error.strerror or str(error)
    if isinstance(error, FileNotFoundError):
        return trouble("S201", f"there is no such file ({what})")
    if isinstance(error, PermissionError):
        return trouble("S202", f"no permission to read it ({what})")
    return trouble("S200", f"it cannot be read ({what})")
