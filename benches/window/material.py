"""What is opened: articles of any size made of the test articles, and font
folders with many faces."""

import pathlib
import re
import struct
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SEED = PROJECT / "seeds" / "azerbaijan-peacekeepers.txt"


def texts():
    folders = ["tests/gold/articles", "tests/articles", "tests/articles/silent"]
    paths = [path for folder in folders for path in sorted((PROJECT / folder).glob("*.txt"))]
    return [path.read_text("utf8").strip() for path in paths]


def article(size, turn):
    """About `size` bytes, another text for each `turn`."""
    pieces = texts()
    parts, length, at = [], 0, turn * 7
    while length < size:
        piece = pieces[at % len(pieces)]
        parts.append(piece)
        length += len(piece.encode()) + 2
        at += 1
    text = "\n\n".join(parts).encode()[:size].decode("utf8", "ignore")
    # Of another length each time, whatever the cut took off.
    return text + "." * (5 * turn) + "\n"


def faces(folder, count):
    """A font folder of `count` faces of families of their own, and the
    configuration that makes it a program's only one."""
    fonts = folder / "fonts"
    fonts.mkdir()
    originals = [path.read_bytes() for path in sorted((PROJECT / "fonts").glob("*.ttf"))]
    for number in range(count):
        data = renamed(originals[number % len(originals)], f"{number:04d}")
        (fonts / f"face-{number:04d}.ttf").write_bytes(data)
    configuration = folder / "fonts.conf"
    configuration.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts</dir>"
        f"<cachedir>{folder}/cache</cachedir></fontconfig>\n"
    )
    environment = {"FONTCONFIG_FILE": str(configuration)}
    subprocess.run(["fc-cache", str(fonts)], env={"PATH": "/usr/bin:/bin", **environment}, check=False)
    return environment


def renamed(font, number):
    """The face with the first four letters of its names turned into a number:
    names of the same length move nothing else in the file."""
    font = bytearray(font)
    for at in range(12, 12 + 16 * struct.unpack(">H", font[4:6])[0], 16):
        if font[at : at + 4] == b"name":
            start, length = struct.unpack(">II", font[at + 8 : at + 16])
            names = bytes(font[start : start + length])
            for encoding in ("utf-16-be", "latin-1"):
                for old in ("Noto", "Amir"):
                    names = re.sub(re.escape(old.encode(encoding)), number.encode(encoding), names)
            font[start : start + length] = names
    return bytes(font)
