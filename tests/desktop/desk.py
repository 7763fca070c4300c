"""A desk to test on: a display, a session bus, a clipboard, a mouse and keys,
and the eyes of a screen reader (AT-SPI)."""

import os
import pathlib
import re
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SHOTS = HERE / "shots"
PATIENCE = float(os.environ.get("MAWQIF_E2E_PATIENCE", "30"))


def wait(what, check, seconds=PATIENCE):
    """The first true answer of `check`, or a failure that says what was awaited."""
    end = time.monotonic() + seconds
    while True:
        answer = check()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s in vain for {what}")
        time.sleep(0.1)


def messages(language):
    """The plain messages of the interface: id to text."""
    source = (PROJECT / "src/locale" / f"{language}.ftl").read_text("utf8")
    return dict(re.findall(r"^([a-z][\w-]*) = (.+)$", source, re.M))


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, **options).stdout


# Keys and mouse.


def keys(*chords):
    for chord in chords:
        run("xdotool", "key", "--clearmodifiers", chord)
        time.sleep(0.1)


def point(x, y):
    run("xdotool", "mousemove", str(int(x)), str(int(y)))
    time.sleep(0.1)


def click(x, y, times=1):
    point(x, y)
    run("xdotool", "click", "--repeat", str(times), "--delay", "60", "1")
    time.sleep(0.2)


def drag(start, end):
    """Slowly, as a hand does: targets answer between the steps."""
    point(*start)
    run("xdotool", "mousedown", "1")
    steps = 24
    for step in range(1, steps + 1):
        share = step / steps
        point(*(a + (b - a) * share for a, b in zip(start, end)))
    time.sleep(0.4)
    run("xdotool", "mouseup", "1")


# Clipboard.


def put_on_clipboard(text):
    # xclip stays behind to serve the text; its output must not be waited for.
    subprocess.run(
        ["xclip", "-selection", "clipboard"],
        input=text.encode(),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def clipboard(target="UTF8_STRING"):
    """What lies there as `target`; nothing where there is no such thing."""
    out = subprocess.run(
        ["xclip", "-selection", "clipboard", "-o", "-t", target], capture_output=True, timeout=10
    )
    return out.stdout if out.returncode == 0 else b""


# The screen.


def screenshot(name):
    SHOTS.mkdir(exist_ok=True)
    path = SHOTS / f"{name}.png"
    subprocess.run(["import", "-window", "root", str(path)], check=False)
    return path


def part_of_screen(x, y, width, height):
    return run("import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "png:-")


def brightness(*place):
    """Mean of a part of the screen, 0 black to 1 white."""
    gray = ["-colorspace", "Gray", "-format", "%[fx:mean]", "info:"]
    return float(run("convert", "-", *gray, input=part_of_screen(*place)))


def pixels(colour, *place):
    """How many pixels of a part of the screen have this colour ("rrggbb")."""
    table = run("convert", "-", "-depth", "8", "-format", "%c", "histogram:info:-", input=part_of_screen(*place))
    found = re.search(rf"(\d+): .*#{colour}".encode(), table, re.I)
    return int(found.group(1)) if found else 0


# The program.


class Program:
    """One run of the program with a settings folder that may outlive it."""

    def __init__(self, binary, *arguments, settings=None, language="en"):
        self.settings = pathlib.Path(settings or tempfile.mkdtemp(prefix="mawqif-settings-"))
        environment = {
            **os.environ,
            "MAWQIF_CONFIG_DIR": str(self.settings),
            "LC_ALL": {"en": "en_US.UTF-8", "ar": "ar_EG.UTF-8"}[language],
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "GTK_USE_PORTAL": "0",
        }
        environment.pop("WAYLAND_DISPLAY", None)
        self.said = tempfile.TemporaryFile("w+b")
        self.process = subprocess.Popen(
            [str(binary), *map(str, arguments)], env=environment, stdout=self.said, stderr=self.said
        )
        self.window = wait("the window", self._window)
        run("xdotool", "windowfocus", "--sync", self.window)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _window(self):
        assert self.process.poll() is None, f"the program ended: {self.words()}"
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True,
            text=True,
        )
        # The first is the window itself.
        return next(iter(found.stdout.split()), None)

    def words(self):
        """What the program said on its standard output and error."""
        self.said.seek(0)
        return self.said.read().decode("utf8", "replace")

    def title(self):
        return run("xdotool", "getwindowname", self.window).decode().strip()

    def place(self):
        out = run("xdotool", "getwindowgeometry", "--shell", self.window).decode()
        value = dict(line.split("=") for line in out.split())
        return tuple(int(value[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))

    def close(self):
        """As the window's own close button does, so that settings are kept."""
        if self.process.poll() is None:
            subprocess.run(["xdotool", "windowfocus", "--sync", self.window], check=False)
            keys("alt+F4")
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise AssertionError("the window did not close when asked to") from None

    def cpu(self):
        """Seconds of processor time used so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    # What a screen reader finds.

    def tree(self):
        """All parts of the window that say something: (node, role, words)."""
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            try:
                if application and application.get_process_id() == self.process.pid:
                    yield from _walk(application)
            except GLib.Error:
                continue

    def find(self, words, role=None):
        """The first part that says `words`, exactly before partly."""
        found = [part for part in self.tree() if words in part[2] and role in (None, part[1])]
        found.sort(key=lambda part: part[2] != words)
        return found[0][0] if found else None

    def await_words(self, words, role=None):
        try:
            return wait(f"“{words}”", lambda: self.find(words, role))
        except AssertionError as error:
            said = "\n".join(f"  {role}: {words[:100]}" for _, role, words in self.tree())
            raise AssertionError(f"{error}; the window says:\n{said}") from None

    def middle(self, node):
        box = node.get_extents(Atspi.CoordType.SCREEN)
        return box.x + box.width / 2, box.y + box.height / 2

    def press(self, words, role=None):
        """Clicks the part that says `words` with the mouse."""
        click(*self.middle(self.await_words(words, role)))


def _walk(node, depth=0):
    if node is None or depth > 40:
        return
    try:
        words = node.get_name() or ""
        if not words and "Text" in node.get_interfaces():
            words = Atspi.Text.get_text(node, 0, -1)
        if words:
            yield node, node.get_role_name(), words
        children = [node.get_child_at_index(at) for at in range(node.get_child_count())]
    except GLib.Error:
        # It went away while we looked.
        return
    for child in children:
        yield from _walk(child, depth + 1)
