#!/usr/bin/env python3
"""Measures how well PDF files are read.

    python3 tests/formats/pdf.py BINARY [ARTICLES_DIR]

Each article (a .txt file: title on the first line, then one paragraph a line)
is printed to PDF by LibreOffice and by Chromium, in two faces each, and read
with the program. Printed for each: the share of the article's words that come
out in order (difflib's matching blocks over the article's words), the same for
poppler's pdftotext, the share of articles whose paragraphs are equal, and on
how many articles the positions and the principal of the card equal those of
the .txt file. More faces are told without being a target. What needs a program
that is not here is skipped with a line that says so. Ends with 1 where a
target is missed. KEEP=FOLDER keeps the files.
"""

import difflib
import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WORDS = 0.98  # the least share of words in order
CARDS = 0.95  # the least share of equal cards

# How paragraphs are told apart: by space between them, by their first line, or
# by their last alone.
STYLES = {
    "apart": {"align": "right", "space": "6pt", "indent": "0pt"},
    "indented": {"align": "justify", "space": "0pt", "indent": "18pt"},
    "close": {"align": "right", "space": "0pt", "indent": "0pt"},
    "stretched": {"align": "justify", "space": "0pt", "indent": "0pt"},
}
# Face, style, and whether it is a target.
FACES = [
    ("Amiri", "indented", True),
    ("Noto Naskh Arabic", "apart", True),
    ("DejaVu Sans", "stretched", False),
    ("Noto Sans Arabic", "close", False),
    ("Noto Kufi Arabic", "indented", False),
]
# Of faces that are no target so many articles are printed.
FEW = 12
INVENTED = Path(__file__).resolve().parent.parent / "gold" / "articles"


def program(*names):
    """The path of the first of these programs that is here."""
    return next((path for name in names if (path := shutil.which(name))), None)


def is_installed(face):
    if program("fc-list") is None:
        return True
    found = subprocess.run(["fc-list", face, "family"], capture_output=True, encoding="utf-8")
    return bool(found.stdout.strip())


def lines(text):
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def web_page(text, face, look):
    title, *rest = lines(text)
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in rest)
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>{html.escape(title)}</title><style>
body {{ font: 12pt "{face}"; line-height: 1.6; text-align: {look["align"]} }}
h1 {{ font-size: 20pt; text-align: right }}
p {{ margin: 0 0 {look["space"]}; text-indent: {look["indent"]} }}
</style></head><body><h1>{html.escape(title)}</h1>
{body}
</body></html>"""


def open_document(text, face, look):
    """A flat OpenDocument text."""
    title, *rest = lines(text)
    align = look["align"]
    body = "".join(f'<text:p text:style-name="P">{html.escape(one)}</text:p>' for one in rest)
    words = 'style:font-name="F" style:font-name-complex="F" fo:language="ar" style:language-complex="ar"'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{face}'"/></office:font-face-decls>
<office:automatic-styles>
<style:style style:name="T" style:family="paragraph">
<style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="right" fo:margin-bottom="8pt"/>
<style:text-properties {words} fo:font-size="20pt" style:font-size-complex="20pt" style:font-weight-complex="bold"/></style:style>
<style:style style:name="P" style:family="paragraph">
<style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="{align}" fo:margin-bottom="{look["space"]}" fo:text-indent="{look["indent"]}"/>
<style:text-properties {words} fo:font-size="12pt" style:font-size-complex="12pt"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm" style:writing-mode="rl-tb"/>
<style:footer-style><style:header-footer-properties fo:margin-top="5mm" fo:min-height="5mm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
<style:footer><text:p text:style-name="P"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text><text:p text:style-name="T">{html.escape(title)}</text:p>{body}</office:text></office:body>
</office:document>"""


def by_libreoffice(soffice, folder, texts, face, look):
    for name, text in texts.items():
        (folder / f"{name}.fodt").write_text(open_document(text, face, look), "utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    sources = sorted(str(file) for file in folder.glob("*.fodt"))
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources],
        check=True,
        capture_output=True,
        timeout=1200,
    )


def by_chromium(chromium, folder, texts, face, look):
    def one(name):
        page = folder / f"{name}.html"
        page.write_text(web_page(texts[name], face, look), "utf-8")
        subprocess.run(
            [
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                f"--user-data-dir={folder}/profile-{name}",
                f"--print-to-pdf={folder / name}.pdf",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        shutil.rmtree(folder / f"profile-{name}", ignore_errors=True)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, texts))


def read(binary, files):
    """What the program makes of files, by the name of each."""
    run = subprocess.run(
        [binary, "brief", "--format", "json", *map(str, files)],
        capture_output=True,
        encoding="utf-8",
    )
    for line in run.stderr.splitlines():
        print("  ", line)
    documents = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    return {Path(one["document"]["path"]).stem: one for one in documents}


def in_order(text, found):
    """How many words of the text stand in order in what was found."""
    blocks = difflib.SequenceMatcher(None, text.split(), found.split(), autojunk=False)
    return sum(block.size for block in blocks.get_matching_blocks())


def card(document):
    positions = document["positions"]
    key = lambda one: (one["actor"]["id"] or "", one["actor"]["name"], one["stance"])
    principal = document["principal"]
    return (
        sorted(key(one) for one in positions),
        None if principal is None else key(positions[principal]),
    )


def measure(label, binary, folder, texts, plain, target):
    files = sorted(folder.glob("*.pdf"))
    found = read(binary, files)
    words = sum(len(text.split()) for text in texts.values())
    ours = theirs = whole = cards = 0
    pdftotext = program("pdftotext")
    for name, text in texts.items():
        if pdftotext:
            command = [pdftotext, "-q", str(folder / f"{name}.pdf"), "-"]
            other = subprocess.run(command, capture_output=True).stdout.decode("utf-8", "replace")
            theirs += in_order(text, other)
        if name not in found:
            print(f"   {name}: was not read")
            continue
        document = found[name]
        text_found = document["document"]["text"]
        right = in_order(text, text_found)
        ours += right
        equal = lines(text) == lines(text_found)
        whole += equal
        same = card(document) == card(plain[name])
        cards += same
        if os.environ.get("KEEP") and not (equal and same):
            missing = len(text.split()) - right
            print(f"   {name}: {missing} words out of order, card {'equal' if same else 'differs'}")
    count = len(texts)
    poppler = f"{theirs / words:7.2%}" if pdftotext else "not here"
    reached = ours / words >= WORDS and cards / count >= CARDS
    verdict = "" if not target else "reached" if reached else "MISSED"
    print(
        f"{label:32} words {ours / words:7.2%}  pdftotext {poppler}  "
        f"paragraphs {whole:2}/{count}  cards {cards:2}/{count}  {verdict}",
        flush=True,
    )
    return reached or not target


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    binary = str(Path(sys.argv[1]).resolve())
    given = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if given is None or not given.is_dir():
        print(f"skipped: the real articles ({given or 'no folder named'}); invented ones are read")
        given = INVENTED
    sources = sorted(given.glob("*.txt"))
    texts = {file.stem: file.read_text("utf-8") for file in sources}
    plain = read(binary, sources)
    if program("pdftotext") is None:
        print("skipped: pdftotext is not here to compare with (package poppler-utils)")
    makers = [
        ("LibreOffice", program("soffice", "libreoffice"), by_libreoffice),
        ("Chromium", program("chromium", "chromium-browser", "google-chrome"), by_chromium),
    ]
    reached = True
    keep = os.environ.get("KEEP")
    with tempfile.TemporaryDirectory() as temporary:
        for maker, path, make in makers:
            if path is None:
                print(f"skipped: PDF by {maker} ({maker} is not here)")
                continue
            for face, style, target in FACES:
                if not is_installed(face):
                    print(f"skipped: {face} by {maker} (the face is not installed)")
                    continue
                some = texts if target else dict(list(texts.items())[:FEW])
                folder = Path(keep or temporary).resolve() / f"{maker}-{face}".replace(" ", "-")
                folder.mkdir(parents=True, exist_ok=True)
                if len(list(folder.glob("*.pdf"))) < len(some):
                    make(path, folder, some, face, STYLES[style])
                label = f"{maker}, {face}"
                reached &= measure(label, binary, folder, some, plain, target)
    sys.exit(0 if reached else 1)


if __name__ == "__main__":
    main()
