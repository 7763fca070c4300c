"""What the scenarios share: invented articles, files, and what is open."""

import pathlib
import tempfile

from desk import PROJECT, messages
from program import Program

ENGLISH, ARABIC = messages("en"), messages("ar")
SEED = (PROJECT / "seeds/azerbaijan-peacekeepers.txt").read_text("utf8")

# Invented.
TITLE = "الحكومة ترفض المقترح وتطلب ضمانات"
PARAGRAPHS = [
    "أعلنت وزارة الخارجية (MFA)، الأربعاء، أن البلاد ترفض المقترح الذي قدمه الوسطاء.",
    "وقال المتحدث إن 20 ألف جندي، أي 12.5% من القوات، لن يشاركوا ما لم تتوافر ضمانات مكتوبة.",
    "وأضاف أن موافقة البرلمان شرط لأي خطوة، وأن الحكومة تدعم الحل السياسي.",
]
ARTICLE = "\n".join([TITLE, *PARAGRAPHS]) + "\n"

_open = []
_folders = []


def start(program, *arguments, **options):
    return opened(Program(program, *arguments, **options))


def opened(running):
    """Ended with the scenario."""
    _open.append(running)
    return running


def folder():
    new = tempfile.TemporaryDirectory(prefix="mawqif-e2e-")
    _folders.append(new)
    return pathlib.Path(new.name)


def file(name, content=ARTICLE, inside=None):
    path = (inside or folder()) / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def isolated(value):
    """An argument as fluent sets it into a sentence."""
    return f"\u2068{value}\u2069"


def after_file(message):
    """What an error says after the file's name."""
    return ENGLISH[message].split("{ $file }")[1].strip()


def clear():
    """Ends what a scenario left open."""
    while _open:
        running = _open.pop()
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait()
    while _folders:
        _folders.pop().cleanup()
