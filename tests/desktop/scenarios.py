"""What a reader does, one function each.

A scenario gets the program's path, fails by an exception, and gives a sentence
where it could not be tried here.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import desk
from desk import HERE, PROJECT, Program, click, clipboard, drag, keys, messages, wait

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
    running = Program(program, *arguments, **options)
    _open.append(running)
    return running


def file(name, content=ARTICLE):
    folder = tempfile.TemporaryDirectory(prefix="mawqif-e2e-")
    _folders.append(folder)
    path = pathlib.Path(folder.name) / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def isolated(value):
    """An argument as fluent sets it into a sentence."""
    return f"\u2068{value}\u2069"


def clear():
    """Ends what a scenario left open."""
    while _open:
        running = _open.pop()
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait()
    while _folders:
        _folders.pop().cleanup()


def first_start(program):
    """The seed article is open, and its card."""
    window = start(program)
    window.await_words(SEED.splitlines()[0])
    window.await_words(SEED.splitlines()[2])
    window.await_words(ENGLISH["card-name"])
    window.await_words(ENGLISH["stance-conditional"])
    window.close()
    assert window.process.returncode == 0, window.words()


def open_by_argument(program):
    window = start(program, file("one.txt"), file("two.txt", ARTICLE.replace("الحكومة", "الوزارة")))
    window.await_words(PARAGRAPHS[0])
    window.await_words(TITLE.replace("الحكومة", "الوزارة"), "list item")


def open_by_drag(program):
    window = start(program)
    window.await_words(SEED.splitlines()[0])
    source = subprocess.Popen(
        [sys.executable, HERE / "drag_source.py", file("dragged.txt")],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert source.stdout.readline() == "ready\n"
        time.sleep(0.5)
        x, y, width, height = window.place()
        # The source stands in the corner, over the window if need be.
        drag((40, 60), (x + width * 0.7, y + height * 0.6))
        window.await_words(PARAGRAPHS[1])
    finally:
        source.terminate()
        source.wait()
    window.await_words(SEED.splitlines()[0], "list item")


def open_by_dialog(program):
    """Through the desktop's own dialog, where a portal can be started."""
    portal = subprocess.run(
        ["gdbus", "call", "--session", "--timeout", "20", "--dest", "org.freedesktop.portal.Desktop",
         "--object-path", "/org/freedesktop/portal/desktop",
         "--method", "org.freedesktop.DBus.Properties.Get",
         "org.freedesktop.portal.FileChooser", "version"],
        capture_output=True, text=True,
    )
    if portal.returncode != 0:
        return f"no portal can be started here ({portal.stderr.strip().splitlines()[-1]})"
    path = file("chosen.txt")
    window = start(program)
    window.await_words(SEED.splitlines()[0])
    keys("ctrl+o")
    dialog = wait(
        "the dialog",
        lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "xdg-desktop-portal-gtk"],
            capture_output=True, text=True,
        ).stdout.split(),
    )
    desk.run("xdotool", "windowfocus", "--sync", dialog[-1])
    # The window paints on while the dialog is open.
    window.await_words(SEED.splitlines()[2])
    keys("ctrl+l")
    desk.run("xdotool", "type", "--delay", "20", str(path))
    time.sleep(0.5)
    keys("Return")
    window.await_words(PARAGRAPHS[2])


def open_from_clipboard(program):
    window = start(program)
    window.await_words(SEED.splitlines()[0])
    desk.put_on_clipboard(ARTICLE)
    keys("ctrl+v")
    window.await_words(PARAGRAPHS[0])


def find_in_text(program):
    """With folding: the text has a hamza and a ta marbuta, the query neither."""
    window = start(program, file("one.txt"))
    window.await_words(PARAGRAPHS[0])
    keys("ctrl+f")
    desk.put_on_clipboard("اعلنت وزاره")
    keys("ctrl+v")
    count = ENGLISH["find-count"]

    def say(at, total):
        return count.replace("{ $at }", isolated(at)).replace("{ $count }", isolated(total))

    window.await_words(say(1, 1))
    keys("ctrl+a")
    desk.put_on_clipboard("الحكومة")
    keys("ctrl+v")
    window.await_words(say(1, 2))
    keys("F3")
    window.await_words(say(2, 2))
    keys("ctrl+a")
    desk.put_on_clipboard("كلمة غائبة")
    keys("ctrl+v")
    window.await_words(ENGLISH["find-none"])


def a_line_shows_its_evidence(program):
    """Pointing at a statement on the card tints its words in the text."""
    theme = (PROJECT / "src/ui/theme.rs").read_text("utf8")
    tint = "".join(re.search(r"LIGHT.*?evidence_tint: rgb\(0x00(\w\w)_(\w{4})\)", theme, re.S).groups())
    window = start(program, file("one.txt"))
    window.await_words(PARAGRAPHS[0], "paragraph")
    desk.point(5, 5)
    text = window.find(PARAGRAPHS[0], "paragraph").get_extents(desk.Atspi.CoordType.SCREEN)
    around = (text.x, text.y, text.width, text.height)
    assert desk.pixels(tint, *around) == 0, "tinted before it was asked for"
    said = PARAGRAPHS[0].split("أن ", 1)[1].rstrip(".")
    desk.point(*window.middle(window.await_words(said, "list item")))
    wait("the tint", lambda: desk.pixels(tint, *around) > 200)
    desk.point(5, 5)
    wait("the tint to go", lambda: desk.pixels(tint, *around) == 0)


def copy_a_paragraph(program):
    """What lies on the clipboard is what lies in the file, byte for byte."""
    path = file("one.txt")
    window = start(program, path)
    for paragraph in PARAGRAPHS:
        node = window.await_words(paragraph, "paragraph")
        box = node.get_extents(desk.Atspi.CoordType.SCREEN)
        click(box.x + box.width * 0.8, box.y + 14, times=3)
        keys("ctrl+c")
        wait("the paragraph on the clipboard", lambda: clipboard() == paragraph.encode())
        assert clipboard() in path.read_bytes()


def copy_the_summary(program):
    window = start(program)
    window.await_words(SEED.splitlines()[0])
    keys("ctrl+shift+c")
    wait("text and HTML", lambda: {b"text/html", b"UTF8_STRING"} <= set(clipboard("TARGETS").split()))
    text, html = clipboard().decode(), clipboard("text/html").decode()
    assert SEED.splitlines()[0] in text, text
    for copy in (text, html):
        assert "azerbaijan-peacekeepers.txt" in copy and "mawqif " in copy, copy
    assert 'dir="rtl"' in html, html


def settings_are_kept(program):
    """Language and theme are switched live, and found again."""
    window = start(program)
    window.await_words(ENGLISH["command-open"], "push button")
    x, y, width, height = window.place()
    light = desk.brightness(x, y, width, height)
    window.press(ENGLISH["command-switch-language"], "push button")
    window.await_words(ARABIC["command-open"], "push button")
    opened = window.await_words(ARABIC["command-open"], "push button")
    assert window.middle(opened)[0] > x + width / 2, "the Arabic layout is not mirrored"
    window.press(ARABIC["toolbar-theme"], "push button")
    window.press(ARABIC["appearance-dark"])
    wait("darkness", lambda: desk.brightness(x, y, width, height) < light - 0.5)
    window.close()

    kept = [json.loads(path.read_text("utf8")) for path in window.settings.glob("*.json")]
    assert any(one.get("language") == "ar" for one in kept), kept
    again = start(program, settings=window.settings)
    again.await_words(ARABIC["command-open"], "push button")
    x, y, width, height = again.place()
    wait("darkness", lambda: desk.brightness(x, y, width, height) < light - 0.5)


def arabic_by_locale(program):
    window = start(program, language="ar")
    window.await_words(ARABIC["command-open"], "push button")


def bad_files_leave_the_rest(program):
    good = file("good.txt")
    bad = file("bad.txt", b"\x89PNG\r\n\x1a\n\0\0\0\r")
    empty = good.parent / "empty"
    empty.mkdir()
    window = start(program, good, bad, good.parent / "gone.txt", empty)
    window.await_words(PARAGRAPHS[0])
    for message in ("error-binary", "error-missing", "error-folder"):
        window.await_words(ENGLISH[message].split("{ $file }")[1].strip(), "notification")
    assert window.find(PARAGRAPHS[0]), "the good article is gone"
    assert window.process.poll() is None


def a_folder_opens_as_its_files(program):
    """What can be read opens, and what cannot is told with its reason."""
    folder = file("folder.txt").parent / "folder"
    folder.mkdir()
    (folder / "one.txt").write_text(f"عنوان أول\n{PARAGRAPHS[0]}\n", "utf-8")
    (folder / "two.txt").write_text(f"عنوان ثان\n{PARAGRAPHS[1]}\n", "utf-8")
    (folder / "three.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r")
    window = start(program, folder)
    for title in ("عنوان أول", "عنوان ثان"):
        wait(title, lambda title=title: window.find(title, "list item"))
    window.await_words(ENGLISH["error-binary"].split("{ $file }")[1].strip(), "notification")


def odd_files_are_shown(program):
    """Each is read, and the window goes on answering."""
    sentence = PARAGRAPHS[1] + " "
    files = [
        file("long.txt", sentence * (5 * 2**20 // len(sentence.encode()) + 1)),
        file("marks.txt", f"عنوان\nترفض قطر{chr(0x64E) * 10_000} المقترح."),
        file("controls.txt", "\u202eعنوان\u2069\n\u2067\u202bترفض قطر المقترح الجديد\u202c\u2068.\n"),
        file("latin.txt", "A headline\nThe ministry said it would not send 20 soldiers.\n"),
    ]
    window = start(program, *files)
    wait("the last file", lambda: window.find("A headline", "list item"), 240)
    assert window.find("long.txt", "list item"), "a file without a headline shows its name"
    # From the long one through all of them, and back.
    for _ in range(len(files)):
        keys("ctrl+Next")
        time.sleep(1)
    window.press("A headline", "list item")
    window.await_words(ENGLISH["card-no-arabic"])
    keys("ctrl+shift+l")
    window.await_words(ARABIC["card-no-arabic"])
    assert window.process.poll() is None, window.words()


def idle(program):
    """Nothing repaints when nothing changes."""
    window = start(program)
    window.await_words(SEED.splitlines()[0])
    desk.point(5, 5)
    time.sleep(3)
    before = window.cpu()
    time.sleep(5)
    used = window.cpu() - before
    assert used <= 0.02, f"{used:.2f} s of processor time in 5 s of rest"


ALL = {
    scenario.__name__: scenario
    for scenario in (
        first_start,
        open_by_argument,
        open_by_drag,
        open_by_dialog,
        open_from_clipboard,
        find_in_text,
        a_line_shows_its_evidence,
        copy_a_paragraph,
        copy_the_summary,
        settings_are_kept,
        arabic_by_locale,
        bad_files_leave_the_rest,
        a_folder_opens_as_its_files,
        odd_files_are_shown,
        idle,
    )
}
