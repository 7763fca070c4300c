"""Messages and pages saved as messages."""

import base64
import quopri
from email.header import Header

SENDER = "مكتب التحرير <desk@example.org>"
NAME = Header("مكتب التحرير", "utf-8").encode()


def head(title, extra):
    subject = Header(title, "utf-8", maxlinelen=70).encode(linesep="\r\n")
    return (
        "Received: from mx.example.org (mx.example.org [192.0.2.1])\r\n\tby mail.example.org; Tue, 5 Mar 2024 10:00:01 +0300\r\n"
        f"From: {NAME} <desk@example.org>\r\nTo: list@example.org\r\nSubject: {subject}\r\n"
        f"Date: Tue, 5 Mar 2024 10:00:00 +0300\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n{extra}"
    )


def encoded(data, how):
    if how == "base64":
        return base64.encodebytes(data).replace(b"\n", b"\r\n")
    if how == "quoted-printable":
        return quopri.encodestring(data).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return data


def plain(charset, how):
    def make(title, paragraphs):
        text = "\r\n\r\n".join(paragraphs) + "\r\n"
        try:
            data = text.encode(charset)
        except UnicodeEncodeError:
            return None
        fields = f'Content-Type: text/plain; charset="{charset}"\r\nContent-Transfer-Encoding: {how}\r\n\r\n'
        return head(title, fields).encode() + encoded(data, how)

    return make


def flowed(title, paragraphs):
    """Soft line breaks, a space at the end of each (RFC 3676)."""
    lines = []
    for one in paragraphs:
        line = ""
        for word in one.split(" "):
            if len(line) + len(word) > 70:
                lines.append(line)
                line = ""
            line += word + " "
        lines += [line.rstrip(" "), ""]
    fields = "Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return (head(title, fields) + "\r\n".join(lines)).encode()


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def html(paragraphs):
    body = "".join(f'<p dir="rtl" style="margin:0"><span style="font-size:14pt">{escape(one)}</span></p>\r\n' for one in paragraphs)
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>p {{ color: black }}</style></head><body><div>{body}</div></body></html>'


def part(kind, data, how, extra=""):
    return f"--=_b1\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {how}\r\n{extra}\r\n".encode() + encoded(data, how) + b"\r\n"


def alternative(title, paragraphs):
    text = "\r\n\r\n".join(paragraphs).encode()
    return (
        head(title, 'Content-Type: multipart/alternative; boundary="=_b1"\r\n\r\nThis is a message in MIME format.\r\n').encode()
        + part('text/plain; charset="utf-8"', text, "base64")
        + part('text/html; charset="utf-8"', html(paragraphs).encode(), "quoted-printable")
        + b"--=_b1--\r\n"
    )


def html_only(title, paragraphs):
    fields = 'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    return head(title, fields).encode() + encoded(html(paragraphs).encode(), "base64")


def attached(title, paragraphs):
    """HTML with its picture and an attachment, as Outlook nests them."""
    return (
        head(title, 'Content-Type: multipart/mixed; boundary="=_b1"\r\n\r\n').encode()
        + part('text/html; charset="utf-8"', html(paragraphs).encode(), "quoted-printable")
        + part('image/png; name="a.png"', b"\x89PNG\r\n\x1a\n" + bytes(200), "base64", 'Content-Disposition: attachment; filename="a.png"\r\n')
        + part('text/plain; name="b.txt"', "ملحق لا يخص الخبر".encode(), "base64", 'Content-Disposition: attachment; filename="b.txt"\r\n')
        + b"--=_b1--\r\n"
    )


def page(title, paragraphs):
    body = "".join(f"<p>{escape(one)}</p>\n" for one in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{escape(title)}</title></head><body>'
        '<nav><a href="https://example.org/">الرئيسية</a> <a href="https://example.org/s">رياضة</a></nav>'
        f'<main><article><h1>{escape(title)}</h1><div class="article-body">{body}</div></article></main>'
        '<footer>جميع الحقوق محفوظة</footer></body></html>'
    )


def chromium(title, paragraphs):
    """As Chromium saves a page in one file."""
    subject = Header(title, "utf-8", maxlinelen=70).encode(linesep="\r\n")
    top = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/news/1\r\n"
        f"Subject: {subject}\r\nDate: Tue, 5 Mar 2024 10:00:00 +0300\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="=_b1"\r\n\r\n\r\n'
    )
    return (
        top.encode()
        + part("text/html", page(title, paragraphs).encode(), "quoted-printable", "Content-ID: <frame-1@mhtml.blink>\r\nContent-Location: https://example.org/news/1\r\n")
        + part("text/css", b"@charset \"utf-8\"; body { color: black }", "quoted-printable", "Content-Location: cid:css-1@mhtml.blink\r\n")
        + part("image/png", b"\x89PNG\r\n\x1a\n" + bytes(300), "base64", "Content-Location: https://example.org/a.png\r\n")
        + part("text/html", '<html><body><p>إعلان في إطار لا يخص الخبر، وهو نص طويل بعض الشيء.</p></body></html>'.encode(), "quoted-printable", "Content-ID: <frame-2@mhtml.blink>\r\n")
        + b"--=_b1--\r\n"
    )


def explorer(title, paragraphs):
    """As Internet Explorer saved pages: windows-1256 in base64."""
    source = page(title, paragraphs).replace('charset="utf-8"', 'charset="windows-1256"')
    try:
        data = source.encode("cp1256")
    except UnicodeEncodeError:
        return None
    top = (
        'From: "Saved by Windows Internet Explorer 8"\r\nSubject: =?windows-1256?B?'
        + base64.b64encode(title.encode("cp1256", "replace")).decode()
        + "?=\r\nDate: Tue, 5 Mar 2013 10:00:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"=_b1\"\r\nX-MimeOLE: Produced By Microsoft MimeOLE V6.1.7601.17609\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n"
    )
    return (
        top.encode()
        + part('text/html;\r\n\tcharset="windows-1256"', data, "base64", "Content-Location: http://example.org/1.htm\r\n")
        + part("image/gif", b"GIF89a" + bytes(60), "base64", "Content-Location: http://example.org/a.gif\r\n")
        + b"--=_b1--\r\n"
    )


KINDS = [
    ("mail, utf-8 as it is", ".eml", plain("utf-8", "8bit")),
    ("mail, utf-8 base64", ".eml", plain("utf-8", "base64")),
    ("mail, utf-8 quoted-printable", ".eml", plain("utf-8", "quoted-printable")),
    ("mail, windows-1256 base64", ".eml", plain("windows-1256", "base64")),
    ("mail, windows-1256 quoted-printable", ".eml", plain("windows-1256", "quoted-printable")),
    ("mail, iso-8859-6 base64", ".eml", plain("iso-8859-6", "base64")),
    ("mail, flowed", ".eml", flowed),
    ("mail, text and HTML", ".eml", alternative),
    ("mail, HTML alone", ".eml", html_only),
    ("mail, HTML with attachments", ".eml", attached),
    ("page saved by Chromium (mhtml)", ".mhtml", chromium),
    ("page saved by Explorer (mht)", ".mht", explorer),
]
