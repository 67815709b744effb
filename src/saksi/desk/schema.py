"""The tables of a desk as queries see them; docs/desk-schema.md tells what each column holds.

The tables themselves are made by the numbered migrations. A test compares the two.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Double, Integer, LargeBinary, MetaData, Table, Text

META: Final = MetaData()


def _table(name: str, keys: str, texts: str = "", numbers: str = "", reals: str = "") -> Table:
    """A table: the columns of its primary key (a leading # marks a number), then texts, numbers and reals."""
    first = [
        Column(key.lstrip("#"), Integer if key.startswith("#") else Text, primary_key=True) for key in keys.split()
    ]
    rest = [
        Column(column, kind)
        for columns, kind in ((texts, Text), (numbers, Integer), (reals, Double))
        for column in columns.split()
    ]
    return Table(name, META, *first, *rest)


desk = _table("desk", "name", "value")
loads = _table("loads", "#id", "started finished saksi paths", "added replaced same unread")
unread = _table("unread", "#load #n", "path place code reason hint")
articles = _table(
    "articles",
    "#key",
    "id source_id title text outlet wire url dateline byline published day retrieved language links notes "
    "title_words words saksi reader_language model loaded",
    "load",
)
copies = _table("copies", "#article #n", "outlet url title published retrieved", "load")
entities = _table("entities", "#id", "type name code country role wikidata", "same_as")
entity_names = _table("entity_names", "folded #entity", "name")
actors = _table("actors", "#article id", "type name code country role affiliation wikidata joined", "n entity")
mentions = _table("mentions", "#article actor #n", "text kind", "start stop")
statements = _table(
    "statements",
    "#article id",
    "form text spans cue source speaker affiliation stance addressee unresolved rule review",
    "n start stop cue_start cue_stop source_start source_stop",
    "confidence",
)
events = _table(
    "events",
    "#article id",
    "type quad status text date_from date_to date_text basis day place place_country rule review",
    "n start stop date_start date_stop place_start place_stop",
    "confidence",
)
event_actors = _table("event_actors", "#article event side #n", "actor")
event_statements = _table("event_statements", "#article event #n", "statement")
stories = _table("stories", "#id", "title first_day last_day why")
story_articles = _table("story_articles", "#story #article", "", "copy_of", "score")
prints = Table(
    "prints", META, Column("hash", BigInteger, primary_key=True), Column("article", Integer, primary_key=True)
)
facet_values = _table("facet_values", "#id", "facet value")
spreads = Table("spreads", META, Column("article", Integer, primary_key=True), Column("counted", LargeBinary))
sheets = Table(
    "sheets",
    META,
    Column("article", Integer, primary_key=True),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("lines", LargeBinary),
)
wire_copies = _table("wire_copies", "#article", "", "copy_of", "share")
corrections = _table(
    "corrections",
    "#id",
    "article kind action exact prefix suffix anchor_type value machine target author created note undone undone_by",
    "start stop",
)
machine_records = _table("machine_records", "#article", "record")
decisions = _table("decisions", "#id", "kind article name author created why undone undone_by", "entity target")
feeds = _table("feeds", "url", "title etag modified checked due why", "failures")
feed_entries = _table("feed_entries", "url", "feed title published state seen due", "tries")

# What is read in an article by the machine: replaced together when the article is read anew.
READ: Final = (actors, mentions, statements, events, event_actors, event_statements)
