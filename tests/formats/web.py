"""Saved pages: words of the article found and words found that are not of it,
title, date and byline.

    python3 web.py BINARY [ARTICLES]
"""

import sys
import tempfile
from pathlib import Path

import more_pages
import pages
from measure import articles, brief, finish, row, shared, tell_lines, text_of
from surroundings import Filler

TEMPLATES = [
    pages.broadcaster,
    pages.hashed_classes,
    pages.wordpress,
    pages.drupal,
    pages.old_tables,
    pages.amp,
    pages.cut_off,
    pages.shell,
    more_pages.live,
    more_pages.form_page,
    more_pages.agency,
    more_pages.endless,
    more_pages.boxes_only,
    more_pages.magazine,
]


def words(lines):
    return [word for line in lines for word in line.split()]


def measure(binary, template, cases, folder):
    made = {}
    for name, (title, paragraphs) in cases.items():
        page = template(title, paragraphs, Filler(name))
        file = folder / f"{name}-{template.__name__}.{page.ending}"
        try:
            file.write_bytes(page.html.encode(page.encoding))
        except UnicodeEncodeError:
            continue
        made[name] = (file, page)
    found = brief(binary, [file for file, _ in made.values()])
    asked = got = hit = right = whole = lines = 0
    titles = dates = dated = bylines = signed = 0
    for name, (file, page) in made.items():
        title, paragraphs = cases[name]
        body = [*paragraphs] + ([page.deck] if page.deck else [])
        want = words([title, *body])
        document = found.get(str(file))
        read = text_of(document) if document else []
        have = words(read)
        may = words([page.byline or "", *page.may])
        asked += len(want)
        got += len(have)
        hit += shared(want, have)
        right += shared(want + may, have)
        lines += len(paragraphs)
        kept = sum(one in read for one in paragraphs)
        whole += kept
        if document and (kept < len(paragraphs) or shared(want + may, have) < len(have)):
            tell_lines(file.name, [title, *body, page.byline, *page.may], read)
        titles += bool(document) and document["document"]["title"] == title
        if page.date:
            dated += 1
            dates += bool(document) and document["document"]["published"] == page.date
        if page.byline:
            signed += 1
            bylines += any(page.byline in line and len(line) < 80 for line in read[1:4])
    row(
        f"page: {template.__name__}",
        ("precision", right, got, 0.99),
        ("recall", hit, asked, 0.99),
        ("paragraphs whole", whole, lines, 0.99),
    )
    heads = [("title", titles, len(made), 1.0)]
    heads += [("date", dates, dated, 1.0)] if dated else []
    heads += [("byline", bylines, signed, 1.0)] if signed else []
    row(f"page: {template.__name__}, its head", *heads)


def main():
    binary, folder = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    cases = articles(folder)
    only = set(sys.argv[3:])
    for template in TEMPLATES:
        if only and template.__name__ not in only:
            continue
        with tempfile.TemporaryDirectory() as temporary:
            measure(binary, template, cases, Path(temporary))
    finish()


main()
