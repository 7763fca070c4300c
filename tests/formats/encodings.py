#!/usr/bin/env python3
"""Measures whether articles come out right from every encoding.

    python3 tests/formats/encodings.py BINARY [ARTICLES_DIR]

Each article, and at least 2000 pieces of 60 to 300 bytes cut from them at
words, is written in each encoding, doubly encoded, and in pages and messages
that name a wrong encoding; BINARY reads them all, and what it gives must be the
original text. What an encoding cannot hold is replaced first, as a newsroom
would. Ends with status 1 where a target is missed.
"""

import base64
import codecs
import json
import pathlib
import quopri
import random
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
PIECES = 2000
PLAIN = str.maketrans(
    {
        "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",
        "–": "-", "—": "-", "…": "...", "٪": "%", "٫": ".", "٬": ",",
        "ی": "ي", "ک": "ك", "گ": "ك", "چ": "ج", "پ": "ب", "ژ": "ز", "ڤ": "ف",
        "\u00a0": " ", "\u200f": None, "\u200e": None, "\u200b": None,
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
    }
)


def fit(text, codec):
    """The text with what `codec` lacks replaced."""
    out = []
    for c in text:
        for form in (c, c.translate(PLAIN), unicodedata.normalize("NFKD", c)[:1]):
            try:
                form.encode(codec)
            except UnicodeEncodeError:
                continue
            out.append(form)
            break
    return "".join(out)


# As browsers read windows-1252: undefined bytes become C1 controls.
WESTERN = "".join(
    chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
    for byte in range(256)
)


def western(data):
    return codecs.charmap_decode(data, "strict", WESTERN)[0]


def lossy(mark):
    return lambda text: text.encode().decode("cp1252", "ignore" if not mark else "replace").replace(
        "\ufffd", mark
    ).encode()


# Name, codec that limits the letters, bytes of a text, share of texts of 60 to
# 300 bytes that must come out right (of longer ones: all).
PLAINLY = [
    ("utf-8", "utf-8", lambda t: t.encode()),
    ("utf-8 with mark", "utf-8", lambda t: b"\xef\xbb\xbf" + t.encode()),
    ("utf-16le", "utf-16-le", lambda t: t.encode("utf-16-le")),
    ("utf-16le with mark", "utf-16-le", lambda t: b"\xff\xfe" + t.encode("utf-16-le")),
    ("utf-16be", "utf-16-be", lambda t: t.encode("utf-16-be")),
    ("utf-16be with mark", "utf-16-be", lambda t: b"\xfe\xff" + t.encode("utf-16-be")),
    ("windows-1256", "cp1256", lambda t: t.encode("cp1256")),
    ("iso-8859-6", "iso8859-6", lambda t: t.encode("iso8859-6")),
]
DOUBLED = [
    ("utf-8 read as windows-1256", "utf-8", lambda t: t.encode().decode("cp1256").encode()),
    ("utf-8 read as windows-1252", "utf-8", lambda t: western(t.encode()).encode()),
    ("utf-8 read as iso-8859-1", "utf-8", lambda t: t.encode().decode("latin-1").encode()),
    ("windows-1256 read as windows-1252", "cp1256", lambda t: western(t.encode("cp1256")).encode()),
    ("iso-8859-6 read as iso-8859-1", "iso8859-6", lambda t: t.encode("iso8859-6").decode("latin-1").encode()),
]
# Letters are gone here: how many texts come back all the same is told only.
LOSSY = [
    ("  the same, undefined bytes dropped", "utf-8", lossy("")),
    ("  the same, '?' for them", "utf-8", lossy("?")),
    ("  the same, U+FFFD for them", "utf-8", lossy("\ufffd")),
]
LIES = [("cp1256", "utf-8"), ("utf-8", "windows-1256"), ("utf-8", "iso-8859-1"), ("cp1256", "iso-8859-1"), ("iso8859-6", "windows-1256"), ("cp1256", "iso-8859-6")]


def page(text, says):
    title, *rest = text.split("\n")
    body = "".join(f"<p>{line}</p>\n" for line in rest)
    return (
        f'<!DOCTYPE html><html><head><meta charset="{says}"><title>{title}</title></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def message(text, codec, says, coding):
    data = text.encode(codec)
    if coding == "base64":
        data = base64.encodebytes(data)
    elif coding == "quoted-printable":
        data = quopri.encodestring(data)
    head = (
        "From: desk@example.org\r\nTo: reader@example.org\r\nSubject: news\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset={says}\r\n"
        f"Content-Transfer-Encoding: {coding}\r\n\r\n"
    )
    return head.encode() + data


def cut(articles, codec, encode):
    """Pieces of 60 to 300 bytes, the same each time."""
    dice = random.Random(1256)
    lines = [line.split(" ") for text in articles for line in fit(text, codec).split("\n")]
    lines = [line for line in lines if len(line) > 12]
    pieces = []
    while len(pieces) < PIECES:
        line = dice.choice(lines)
        start = dice.randrange(len(line) - 4)
        wanted = dice.randint(60, 300)
        piece = ""
        for word in line[start:]:
            longer = f"{piece} {word}".strip()
            if len(encode(longer)) > wanted:
                break
            piece = longer
        if 60 <= len(encode(piece)) <= 300:
            pieces.append(piece)
    return pieces


def read(binary, files):
    """The text and encoding of each file, None where it could not be read."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, (ending, data) in enumerate(files):
            path = pathlib.Path(folder, f"{number}.{ending}")
            path.write_bytes(data)
            paths.append(str(path))
        run = subprocess.run([binary, "brief", "--format", "json", *paths], capture_output=True)
        found = {}
        for line in run.stdout.decode().splitlines():
            if line.startswith("{"):
                document = json.loads(line)["document"]
                found[document["path"]] = document
        return [found.get(path) for path in paths]


def words(text):
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def share(binary, texts, files, misses, name):
    right = 0
    for text, document in zip(texts, read(binary, files)):
        if document and document["text"] == words(text):
            right += 1
        elif len(misses) < 20:
            got = document and (document["encoding"], document["text"][:80])
            misses.append(f"{name}: {got} for {text[:80]!r}")
    return right, len(texts)


def main():
    binary = sys.argv[1]
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else HERE.parents[2] / "shared/eval/dev/articles"
    if not folder.is_dir():
        folder = HERE.parent / "gold/articles"
        print(f"skipped: the articles beside the project (not there); {folder} instead")
    articles = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    misses, missed = [], []
    print(f"{len(articles)} articles\n{'':38}{'whole':>12}{'pieces':>14}")
    for name, codec, encode in PLAINLY + DOUBLED + LOSSY:
        whole = [fit(text, codec) for text in articles]
        pieces = cut(articles, codec, encode)
        told = misses if (name, codec, encode) not in LOSSY else [""] * 20
        one = share(binary, whole, [("txt", encode(text)) for text in whole], told, name)
        two = share(binary, pieces, [("txt", encode(text)) for text in pieces], told, name)
        print(f"{name:38}{one[0]:>5} of {one[1]:<4}{two[0]:>6} of {two[1]} {two[0] / two[1]:.2%}")
        if told is misses and (one[0] < one[1] or two[0] < 0.98 * two[1]):
            missed.append(name)
    for codec, says in LIES:
        texts = [fit(fit(text, "cp1256"), "iso8859-6") for text in articles]
        for kind in ("page", "8bit", "base64", "quoted-printable"):
            if kind == "page":
                honest = [("html", page(text, "utf-8").encode()) for text in texts]
                lying = [("html", page(text, says).encode(codec)) for text in texts]
            else:
                honest = [("eml", message(text, "utf-8", "utf-8", kind)) for text in texts]
                lying = [("eml", message(text, codec, says, kind)) for text in texts]
            expected = [document["text"] for document in read(binary, honest)]
            one = share(binary, expected, lying, misses, f"{kind} in {codec} that says {says}")
            print(f"{f'{kind} in {codec}, says {says}':38}{one[0]:>5} of {one[1]}")
            if one[0] < one[1]:
                missed.append(f"{kind} {codec} {says}")
    for miss in misses:
        print(" ", miss)
    if missed:
        sys.exit("missed: " + ", ".join(missed))


if __name__ == "__main__":
    main()
