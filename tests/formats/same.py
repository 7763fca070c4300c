"""Formats that hold exactly the text: the body must come back character for
character, white space apart, and the card must be that of the plain text.

    python3 same.py BINARY [ARTICLES]
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import mail
import rich_text
from measure import articles, brief, card_of, finish, row, skip, text_of


def lines_of(title, paragraphs):
    return [title, *paragraphs]


def markdown(title, paragraphs):
    """As a notes program exports: a heading, bold and links inside."""
    shown = [f"# {title}"]
    for at, paragraph in enumerate(paragraphs):
        words = paragraph.split(" ")
        if at % 3 == 0 and len(words) > 6 and not set("*_[]()`<>") & set(paragraph):
            words[2] = f"**{words[2]}**"
            words[4] = f"[{words[4]}](https://example.org/a_b?c=1)"
        # An exporter escapes what would be a mark.
        line = " ".join(words)
        shown.append("\\" + line if line.startswith(("- ", "+ ", "* ", "> ", "# ")) else line)
    return "\n\n".join(shown) + "\n"


def wrapped(title, paragraphs):
    """As mail and agency feeds wrap: at 72 characters, an empty line between."""
    import textwrap

    fill = [textwrap.fill(one, 72, break_long_words=False, break_on_hyphens=False) for one in paragraphs]
    return "\n\n".join([title, *fill]) + "\n"


def texts(folder, cases):
    kinds = {
        "text, LF": ("lf.txt", lambda t, p: "\n".join(lines_of(t, p)) + "\n"),
        "text, CRLF, empty lines": ("crlf.txt", lambda t, p: "\r\n\r\n".join(lines_of(t, p)) + "\r\n"),
        "text, CR": ("cr.txt", lambda t, p: "\r".join(lines_of(t, p))),
        "text, U+2028": ("ls.txt", lambda t, p: "\u2028".join(lines_of(t, p))),
        "text without extension": ("", lambda t, p: "\n".join(lines_of(t, p))),
        "markdown": ("md.md", markdown),
        "text wrapped at 72": ("wrap.txt", wrapped),
    }
    for kind, (ending, shape) in kinds.items():
        files = {}
        for name, (title, paragraphs) in cases.items():
            file = folder / (f"{name}.{ending}" if ending else f"{name}-bare".replace(".", "-"))
            file.write_bytes(shape(title, paragraphs).encode("utf-8"))
            files[name] = file
        yield kind, files


def office(folder, cases, program):
    """What LibreOffice makes of the plain text, and of a page with a heading."""
    source = folder / "source"
    source.mkdir()
    for name, (title, paragraphs) in cases.items():
        (source / f"{name}.txt").write_text("\n".join(lines_of(title, paragraphs)) + "\n", "utf-8")
        body = "".join(f"<p>{escape(one)}</p>\n" for one in paragraphs)
        page = f'<html dir="rtl"><head><meta charset="utf-8"></head><body><h1>{escape(title)}</h1>\n{body}</body></html>'
        (source / f"{name}.html").write_text(page, "utf-8")
    plain = ["--infilter=Text (encoded):UTF8,LF,,ar"]
    styled = ["--infilter=HTML (StarWriter)"]
    for kind, filter_, into, from_ in [
        ("docx", "docx:MS Word 2007 XML", "plain", "txt"),
        ("odt", "odt:writer8", "plain", "txt"),
        ("rtf", "rtf:Rich Text Format", "plain", "txt"),
        ("docx", "docx:MS Word 2007 XML", "styled", "html"),
        ("odt", "odt:writer8", "styled", "html"),
        ("rtf", "rtf:Rich Text Format", "styled", "html"),
    ]:
        out = folder / f"{kind}-{into}"
        subprocess.run(
            [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", filter_]
            + (plain if into == "plain" else styled)
            + ["--outdir", out, *sorted(source.glob(f"*.{from_}"))],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=300,
        )
        yield f"{kind} by LibreOffice, {into}", {name: out / f"{name}.{kind}" for name in cases}


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def written(folder, cases, kinds):
    for kind, ending, shape in kinds:
        files = {}
        for name, (title, paragraphs) in cases.items():
            made = shape(title, paragraphs)
            if made is None:
                continue
            files[name] = folder / f"{name}.{len(kind)}{ending}"
            files[name].write_bytes(made)
        yield kind, files


def measure(binary, kind, files, cases, plain):
    found = brief(binary, files.values())
    text = card = 0
    for name, file in files.items():
        document = found.get(str(file))
        if document is None:
            print(f"    {file.name}: not read", file=sys.stderr)
            continue
        asked = lines_of(*cases[name])
        got = text_of(document, {mail.SENDER})
        same = "".join("".join(got).split()) == "".join("".join(asked).split())
        text += same
        if not same:
            tell(file.name, asked, got)
        alike = card_of(document) == card_of(plain[name])
        card += alike
        if same and not alike:
            print(f"    {file.name}: another card", file=sys.stderr)
    row(kind, ("text equal", text, len(files), 1.0), ("card equal", card, len(files), 1.0))


def tell(name, asked, got):
    for one, other in zip(asked + [""], got + [""]):
        if "".join(one.split()) != "".join(other.split()):
            at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
            print(f"    {name}: asked {one[max(0, at - 10) : at + 40]!r} got {other[max(0, at - 10) : at + 40]!r}", file=sys.stderr)
            return


def main():
    binary, folder = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    cases = articles(folder)
    with tempfile.TemporaryDirectory() as temporary:
        temporary = Path(temporary)
        plain_files = {}
        for name, (title, paragraphs) in cases.items():
            plain_files[name] = temporary / f"{name}.txt"
            plain_files[name].write_text("\n".join(lines_of(title, paragraphs)) + "\n", "utf-8")
        plain = brief(binary, plain_files.values())
        plain = {name: plain[str(file)] for name, file in plain_files.items()}
        for kind, files in texts(temporary, cases):
            measure(binary, kind, files, cases, plain)
        for kind, files in written(temporary, cases, rich_text.KINDS + mail.KINDS):
            measure(binary, kind, files, cases, plain)
        program = shutil.which("soffice") or shutil.which("libreoffice")
        if program:
            for kind, files in office(temporary, cases, program):
                measure(binary, kind, files, cases, plain)
        else:
            skip("docx, odt and rtf by LibreOffice", "soffice was not found")
    finish()


main()
