"""Rich text as WordPad and Word write it."""

import re


def wordpad(title, paragraphs):
    """Bytes of windows-1256 in an Arabic font, Latin runs in another font,
    `\\uN?` for what that code page does not hold."""

    def run(text):
        shown = []
        for part in re.split(r"([ -~]*[A-Za-z0-9][ -~]*)", text):
            latin = re.fullmatch(r"[ -~]+", part) is not None
            letters = "".join(letter(c) for c in part)
            if latin:
                letters = f"\\f1\\ltrch\\lang1033 {letters}\\f0\\rtlch\\lang1025 "
            shown.append(letters)
        return "".join(shown)

    def letter(c):
        if c in "\\{}":
            return "\\" + c
        if " " <= c <= "~":
            return c
        try:
            return "".join(f"\\'{byte:02x}" for byte in c.encode("cp1256"))
        except UnicodeEncodeError:
            return units(c, "?")

    body = "".join(f"{run(one)}\\par\r\n" for one in paragraphs)
    return (
        "{\\rtf1\\ansi\\ansicpg1256\\deff0\\nouicompat\\deflang1025{\\fonttbl{\\f0\\fnil\\fcharset178 Arial;}"
        "{\\f1\\fnil\\fcharset0 Calibri;}{\\f2\\fnil\\fcharset2 Symbol;}}\r\n"
        "{\\colortbl ;\\red255\\green0\\blue0;}\r\n"
        "{\\*\\generator Riched20 10.0.19041}\\viewkind4\\uc1 \r\n"
        f"\\pard\\rtlpar\\qr\\b\\f0\\rtlch\\fs28\\lang1025 {run(title)}\\b0\\par\r\n"
        f"\\pard\\rtlpar\\sa200\\sl276\\slmult1\\qr\\fs22 {body}}}\r\n\0"
    ).encode("ascii")


def units(text, stand_in):
    data = text.encode("utf-16-le")
    found = [int.from_bytes(data[i : i + 2], "little", signed=True) for i in range(0, len(data), 2)]
    return "".join(f"\\u{unit}{stand_in}" for unit in found)


def word(title, paragraphs):
    """`\\uN` with the byte of windows-1256 as its stand-in, tables of styles
    and data before the text, a run for each word, lines broken anywhere."""

    def letter(c):
        if c in "\\{}":
            return "\\" + c
        if " " <= c <= "~":
            return c
        named = {"“": "\\ldblquote ", "”": "\\rdblquote ", "–": "\\endash ", "—": "\\emdash ", "\u00a0": "\\~"}
        if c in named:
            return named[c]
        try:
            return units(c, "".join(f"\\'{byte:02x}" for byte in c.encode("cp1256")))
        except UnicodeEncodeError:
            return units(c, "\\'3f")

    def run(text, at):
        words = text.split(" ")
        shown = []
        for start in range(0, len(words), 3):
            part = " ".join(words[start : start + 3]) + (" " if start + 3 < len(words) else "")
            letters = "".join(letter(c) for c in part)
            shown.append(
                f"{{\\rtlch\\fcs1 \\af31507 \\ltrch\\fcs0 \\lang1025\\langfe1033\\langnp1025\\insrsid{4000 + at * 7} {letters}}}"
            )
        return "\r\n".join(shown)

    head = (
        "{\\rtf1\\adeflang1025\\ansi\\ansicpg1252\\uc1\\adeff31507\\deff0\\stshfdbch31505\\stshfloch31506\\stshfhich31506\\stshfbi31507\\deflang1033\\deflangfe1033\\themelang1033\\themelangfe0\\themelangcs1025"
        "{\\fonttbl{\\f0\\fbidi \\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}"
        "{\\f31507\\fbidi \\fswiss\\fcharset0\\fprq2 Arial{\\*\\falt Helvetica};}"
        "{\\f41\\fbidi \\fswiss\\fcharset178\\fprq2 Arial (Arabic);}}\r\n"
        "{\\colortbl;\\red0\\green0\\blue0;}{\\*\\defchp \\f31506\\fs22 }{\\*\\defpap \\ql \\li0\\sa160 }\\noqfpromote "
        "{\\stylesheet{\\qr \\rtlpar \\snext0 \\sqformat \\spriority0 Normal;}{\\s1\\qr \\rtlpar heading 1;}}\r\n"
        "{\\*\\listtable{\\list{\\listlevel\\levelnfc23{\\leveltext\\'01\\u-3913 ?;}{\\levelnumbers;}}\\listid1}}"
        "{\\*\\rsidtbl \\rsid4001\\rsid4002}{\\mmathPr\\mmathFont34}"
        "{\\info{\\title \\u1593\\'3f\\u1606\\'3f}{\\author A}{\\creatim\\yr2024\\mo3\\dy5}{\\nofpages2}}"
        "{\\*\\xmlnstbl {\\xmlns1 http://schemas.microsoft.com/office/word/2003/wordml}}\r\n"
        "\\paperw11906\\paperh16838\\ftnbj {\\header \\pard\\plain \\rtlpar {\\u1589\\'3f\\u1601\\'3f\\par }}"
        "{\\*\\pnseclvl1\\pnucrm\\pnstart1{\\pntxta .}}"
    )
    paragraph = "\\pard\\plain \\rtlpar \\qr \\li0\\ri0\\sa160\\sl259\\slmult1\\widctlpar\\wrapdefault\\aspalpha "
    body = f"{paragraph}\\s1 {run(title, 0)}{{\\insrsid1 \\par }}\r\n"
    for at, one in enumerate(paragraphs, 1):
        mark = "{\\*\\bkmkstart _Toc1}{\\*\\bkmkend _Toc1}" if at == 1 else ""
        body += f"{paragraph}{mark}{run(one, at)}{{\\insrsid1 \r\n\\par }}"
    tail = "{\\*\\themedata 504b030414000600080000002100}{\\*\\latentstyles\\lsdstimax376{\\lsdlockedexcept Normal;heading 1;}}{\\*\\datastore 0105000002000000}}"
    return (head + body + tail).encode("ascii")


KINDS = [("rtf as WordPad writes it", ".rtf", wordpad), ("rtf as Word writes it", ".rtf", word)]
