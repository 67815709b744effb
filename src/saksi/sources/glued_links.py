"""Where a link that was glued into a paragraph ends: "... April.Baca Juga: Judul Ini Sebelumnya pada hari itu"."""

from __future__ import annotations

import re

from saksi.sources.furniture_rules import GluedRule

# A title is not longer than this many characters or words; it keeps the work for one marker constant.
_MAX_CHARS = 240
_MAX_WORDS = 36
# With no full stop, a rest of the line of at most this many characters is the title and nothing else.
_REST_OF_LINE = 140
_SENTENCE_INSIDE = re.compile(r'[.!?]["”’)]?\s')
_WORD = re.compile(r"\S+")
_ENDS_TITLE = ("?", "!", ".", '."', "?”", '?"', ".”")


def link_end(text: str, start: int, rule: GluedRule) -> int:
    """The end of the title that begins at ``start``, just behind a marker such as "Baca Juga:".

    What follows is taken up to the end of the line where it is short and a single run of words; otherwise as far as
    the words are written as in a title, less the words that begin the next sentence. ``start`` where no title is seen.
    """
    stop = text.find("\n", start, start + _MAX_CHARS)
    window = text[start : stop if stop >= 0 else start + _MAX_CHARS]
    whole_line = stop >= 0 or start + _MAX_CHARS >= len(text)
    rest = window.rstrip()
    if whole_line and len(rest) <= _REST_OF_LINE and not rest.endswith(".") and not _SENTENCE_INSIDE.search(rest):
        return start + len(rest)
    return start + _title_length(window, rule)


def _title_length(window: str, rule: GluedRule) -> int:
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(window):
        word = match[0]
        if len(words) >= _MAX_WORDS or (len(words) > 3 and word[0] in '"“'):
            return words[-1].end()
        if not _as_in_title(word, rule):
            return _less_next_sentence(words, rule)
        words.append(match)
        if word.endswith(_ENDS_TITLE):
            return match.end()
    return _less_next_sentence(words, rule)


def _as_in_title(word: str, rule: GluedRule) -> bool:
    first = next((char for char in word if char.isalnum()), "")
    return not first or not first.islower() or word.lower() in rule.title_words


def _less_next_sentence(words: list[re.Match[str]], rule: GluedRule) -> int:
    """The length of the title when the words after it go on in small letters: the next sentence has begun."""
    end = _less_title_words(words, len(words), rule) - 1  # the capital of the sentence
    for back in range(end, max(end - 4, 0), -1):
        if back < len(words) and words[back][0] in rule.subject_words:
            end = back
    end = _less_title_words(words, max(end, 0), rule)
    return words[end - 1].end() if end > 1 else 0


def _less_title_words(words: list[re.Match[str]], end: int, rule: GluedRule) -> int:
    while end and words[end - 1][0].lower() in rule.title_words:
        end -= 1
    return end
