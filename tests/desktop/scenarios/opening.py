"""Articles come into the window."""

import contextlib
import re
import subprocess
import sys
import time

import desk
from common import (
    ARTICLE, ENGLISH, PARAGRAPHS, SEED, TITLE, after_file, file, folder, opened, start,
)
from desk import HERE, PROJECT, click, drag, keys, wait
from program import Program, environment, middle, tree, windows
from screen import step

SECOND = "وزير المالية: لا زيادة في الرسوم\nقال وزير المالية إن الحكومة لن تزيد الرسوم هذا العام.\n"
# A ZIP archive that breaks off, as a download does.
BROKEN = b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(200))


def from_the_desktop_entry(program):
    """As a click in the menu of programs does, with and without a file."""
    entries = sorted((PROJECT / "packaging").glob("**/*.desktop"))
    if not entries:
        return "no desktop entry"
    home = folder()
    with step("install the entry"):
        place = home / "applications"
        place.mkdir()
        entry = entries[0].read_text("utf8")
        entry = re.sub(r"^TryExec=.*\n", "", entry, flags=re.M)
        entry, lines = re.subn(r"^Exec=\S+", f"Exec={program}", entry, flags=re.M)
        assert lines, "the entry starts nothing"
        (place / entries[0].name).write_text(entry, "utf8")
        desk.run("desktop-file-validate", str(place / entries[0].name))
    name, settings = entries[0].stem, folder()

    def launch(*files):
        env = environment(settings, XDG_DATA_HOME=str(home))
        subprocess.run(["gtk-launch", name, *map(str, files)], env=env, check=True)

    with step("gtk-launch opens the window with the seed"):
        window = opened(Program.launched(launch, settings))
        window.await_words(SEED.splitlines()[0])
        window.await_words(ENGLISH["stance-conditional"])
    with step("the desktop knows whose window it is"):
        wanted = re.search(r"^StartupWMClass=(.*)$", entry, re.M)
        held = desk.run("xprop", "-id", window.window, "WM_CLASS", "_NET_WM_ICON").decode()
        assert "_NET_WM_ICON(CARDINAL)" in held, "the window has no icon"
        assert f'"{wanted.group(1) if wanted else name}"' in held.splitlines()[0], held[:200]
    with step("close"):
        window.close()
    with step("gtk-launch with a file"):
        path = file("one.txt")
        window = opened(Program.launched(lambda: launch(path), settings))
        window.await_words(PARAGRAPHS[0], "paragraph")
    with step("gtk-launch again: the open window has the second file too"):
        launch(file("two.txt", SECOND))
        window.await_words(SECOND.splitlines()[1], "paragraph")
        assert window.find(TITLE, "list item"), "the first file is gone"
        assert len(windows("--class", "^mawqif$")) == 1, "there are two windows"


def first_start(program):
    """The seed article is open, and its card."""
    with step("the seed and its card"):
        window = start(program)
        window.await_words(SEED.splitlines()[0])
        window.await_words(SEED.splitlines()[2])
        window.await_words(ENGLISH["card-name"])
        window.await_words(ENGLISH["stance-conditional"])
    with step("close"):
        window.close()
        assert window.process.returncode == 0, window.words()


def open_by_argument(program):
    with step("two files"):
        two = file("two.txt", ARTICLE.replace("الحكومة", "الوزارة"))
        window = start(program, file("one.txt"), two)
        window.await_words(PARAGRAPHS[0])
        window.await_words(TITLE.replace("الحكومة", "الوزارة"), "list item")


@contextlib.contextmanager
def dropped(window, path):
    """From a window of another program, which stands in the corner and must
    live until the drop is done."""
    source = subprocess.Popen(
        [sys.executable, HERE / "drag_source.py", path], stdout=subprocess.PIPE, text=True
    )
    try:
        assert source.stdout.readline() == "ready\n"
        time.sleep(0.5)
        x, y, width, height = window.place()
        drag((40, 60), (x + width * 0.7, y + height * 0.6))
        yield
    finally:
        source.terminate()
        source.wait()


def drop_files(program):
    """A good one opens; a broken one is told, and nothing else changes."""
    window = start(program)
    with step("drop an article"):
        window.await_words(SEED.splitlines()[0])
        with dropped(window, file("dragged.txt")):
            window.await_words(PARAGRAPHS[1], "paragraph")
        window.await_words(SEED.splitlines()[0], "list item")
    with step("drop a broken file"):
        with dropped(window, file("broken.docx", BROKEN)):
            notice = window.await_words(after_file("error-damaged"), "notification")
        assert "broken.docx" in notice.get_name(), "the notice does not name the file"
    with step("everything else is there"):
        assert window.find(PARAGRAPHS[1], "paragraph")
        assert window.find(SEED.splitlines()[0], "list item")
    with step("dismiss the notice"):
        window.press(ENGLISH["notice-dismiss"], "push button")
        wait("the notice to go", lambda: not window.find("broken.docx", "notification"))


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
    there = folder()
    file("one.txt", ARTICLE, there)
    other = TITLE.replace("الحكومة", "الوزارة")
    file("two.txt", ARTICLE.replace("الحكومة", "الوزارة"), there)
    file("three.txt", ARTICLE.replace("الحكومة", "الرئاسة"), there)
    window = start(program)
    window.await_words(SEED.splitlines()[0])
    with step("Ctrl+O opens the desktop's dialog"):
        keys("ctrl+o")
        dialog = wait("the dialog", lambda: windows("--class", "xdg-desktop-portal-gtk"))[-1]
        desk.run("xdotool", "windowfocus", "--sync", dialog)
    with step("the window paints on meanwhile"):
        window.await_words(SEED.splitlines()[2])
    with step("go to the folder"):
        keys("ctrl+l")
        desk.run("xdotool", "type", "--delay", "20", f"{there}/")
        time.sleep(0.5)
        keys("Return")
        owner = int(desk.run("xdotool", "getwindowpid", dialog))

        def row(name):
            return next((node for node, _, words in tree(owner) if words == name), None)

        for name in ("one.txt", "two.txt", "three.txt"):
            wait(f"{name} in the dialog", lambda name=name: row(name))
    with step("choose two of three files"):
        click(*middle(wait("one.txt", lambda: row("one.txt"))))
        desk.run("xdotool", "keydown", "ctrl")
        click(*middle(wait("two.txt", lambda: row("two.txt"))))
        desk.run("xdotool", "keyup", "ctrl")
    with step("both open"):
        keys("Return")
        window.await_words(TITLE, "list item")
        window.await_words(other, "list item")
        assert not window.find("الرئاسة", "list item"), "a file opened that was not chosen"


def open_from_clipboard(program):
    with step("Ctrl+V"):
        window = start(program)
        window.await_words(SEED.splitlines()[0])
        desk.put_on_clipboard(ARTICLE)
        keys("ctrl+v")
        window.await_words(PARAGRAPHS[0])


def bad_files_leave_the_rest(program):
    good = file("good.txt")
    bad = file("bad.txt", b"\x89PNG\r\n\x1a\n\0\0\0\r")
    empty = good.parent / "empty"
    empty.mkdir()
    with step("three bad files and a good one"):
        window = start(program, good, bad, good.parent / "gone.txt", empty)
        window.await_words(PARAGRAPHS[0])
        for message in ("error-binary", "error-missing", "error-folder"):
            window.await_words(after_file(message), "notification")
        assert window.find(PARAGRAPHS[0]), "the good article is gone"
        assert window.process.poll() is None


def a_folder_opens_as_its_files(program):
    """What can be read opens, and what cannot is told with its reason."""
    there = folder()
    file("one.txt", f"عنوان أول\n{PARAGRAPHS[0]}\n", there)
    file("two.txt", f"عنوان ثان\n{PARAGRAPHS[1]}\n", there)
    file("three.png", b"\x89PNG\r\n\x1a\n\0\0\0\r", there)
    with step("a folder of three files"):
        window = start(program, there)
        for title in ("عنوان أول", "عنوان ثان"):
            window.await_words(title, "list item")
        window.await_words(after_file("error-binary"), "notification")


def odd_files_are_shown(program):
    """Each is read, and the window goes on answering."""
    sentence = PARAGRAPHS[1] + " "
    files = [
        file("long.txt", sentence * (2**19 // len(sentence.encode()) + 1)),
        file("marks.txt", f"عنوان\nترفض قطر{chr(0x64E) * 10_000} المقترح."),
        file("controls.txt", "\u202eعنوان\u2069\n\u2067\u202bترفض قطر المقترح الجديد\u202c\u2068.\n"),
        file("latin.txt", "A headline\nThe ministry said it would not send 20 soldiers.\n"),
    ]
    with step("half a MB in one paragraph, and three odd ones"):
        window = start(program, *files)
        wait("the last file", lambda: window.find("A headline", "list item"), 240)
        assert window.find("long.txt", "list item"), "a file without a headline shows its name"
    with step("go through them"):
        for _ in range(len(files)):
            keys("ctrl+Next")
            time.sleep(1)
    with step("a text without Arabic"):
        window.press("A headline", "list item")
        window.await_words(ENGLISH["card-no-arabic"])
        assert window.process.poll() is None, window.words()


ALL = [
    from_the_desktop_entry,
    first_start,
    open_by_argument,
    drop_files,
    open_by_dialog,
    open_from_clipboard,
    bad_files_leave_the_rest,
    a_folder_opens_as_its_files,
    odd_files_are_shown,
]
