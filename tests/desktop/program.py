"""The program under test, and the eyes of a screen reader (AT-SPI) on it."""

import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from desk import click, keys, run, wait  # noqa: E402


class Launched:
    """A process that another program started, with what a child's has."""

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        try:
            state = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return 0
        return 0 if state == "Z" else None

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)

    def wait(self, timeout=10):
        end = time.monotonic() + timeout
        while self.poll() is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            time.sleep(0.05)


def environment(settings, language="en", **more):
    """What the program is started with."""
    inherited = {**os.environ}
    inherited.pop("WAYLAND_DISPLAY", None)
    return {
        **inherited,
        "MAWQIF_CONFIG_DIR": str(settings),
        "LC_ALL": {"en": "en_US.UTF-8", "ar": "ar_EG.UTF-8"}[language],
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "GTK_USE_PORTAL": "0",
        **more,
    }


def windows(*query):
    """The windows on screen that xdotool finds, the newest last."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", *query], capture_output=True, text=True
    )
    return found.stdout.split()


class Program:
    """One run of the program with a settings folder that may outlive it."""

    def __init__(self, binary, *arguments, settings=None, language="en"):
        self.settings = pathlib.Path(settings or tempfile.mkdtemp(prefix="mawqif-settings-"))
        self.said = tempfile.TemporaryFile("w+b")
        self.process = subprocess.Popen(
            [str(binary), *map(str, arguments)],
            env=environment(self.settings, language), stdout=self.said, stderr=self.said,
        )
        self.window = wait("the window", self._window)
        run("xdotool", "windowfocus", "--sync", self.window)

    @classmethod
    def launched(cls, launch, settings):
        """The window that `launch` opens by way of another program."""
        before = set(windows("--class", "^mawqif$"))
        launch()
        self = cls.__new__(cls)
        self.settings, self.said = pathlib.Path(settings), tempfile.TemporaryFile("w+b")
        new = lambda: [one for one in windows("--class", "^mawqif$") if one not in before]  # noqa: E731
        self.window = wait("the window", new)[0]
        self.process = Launched(int(run("xdotool", "getwindowpid", self.window)))
        run("xdotool", "windowfocus", "--sync", self.window)
        return self

    def _window(self):
        assert self.process.poll() is None, f"the program ended: {self.words()}"
        # The first is the window itself.
        return next(iter(windows("--pid", str(self.process.pid))), None)

    def words(self):
        """What the program said on its standard output and error."""
        self.said.seek(0)
        return self.said.read().decode("utf8", "replace")

    def title(self):
        return run("xdotool", "getwindowname", self.window).decode().strip()

    def place(self):
        """x, y, width and height on screen, without the frame."""
        out = run("xwininfo", "-id", self.window).decode()
        names = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        return tuple(int(re.search(rf"{name}: +(-?\d+)", out).group(1)) for name in names)

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
        return tree(self.process.pid)

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

    def await_all(self, wanted):
        """Parts of these words and roles, all at once: a look costs time."""
        def gone():
            said = [(role, words) for _, role, words in self.tree()]
            return [
                (words, role) for words, role in wanted
                if not any(words in one and role == its for its, one in said)
            ]

        try:
            wait("all of it", lambda: not gone())
        except AssertionError as error:
            raise AssertionError(f"{error}: {gone()} are missing") from None

    def press(self, words, role=None):
        """Clicks the part that says `words` with the mouse."""
        click(*middle(self.await_words(words, role)))


class Focus:
    """Hears where the keyboard goes, as a screen reader does."""

    def __init__(self):
        self.heard = []
        self.listener = Atspi.EventListener.new(self._hear)
        self.listener.register("object:state-changed:focused")

    def _hear(self, event):
        if event.detail1:
            self.heard.append(event.source)

    def after(self, chord):
        """Where it is after these keys: (node, role, words)."""
        self.heard.clear()
        keys(chord)

        def came():
            while GLib.MainContext.default().iteration(False):
                pass
            return self.heard

        node = wait(f"the keyboard to come somewhere with {chord}", came, 10)[-1]
        return node, node.get_role_name(), node.get_name() or ""

    def clear(self):
        self.listener.deregister("object:state-changed:focused")


def place_of(node):
    """x, y, width and height on screen."""
    box = node.get_extents(Atspi.CoordType.SCREEN)
    return box.x, box.y, box.width, box.height


def middle(node):
    x, y, width, height = place_of(node)
    return x + width / 2, y + height / 2


def tree(pid, silent=False):
    """All parts of a program's windows that say something, or also those that
    do not: (node, role, words)."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        try:
            if application and application.get_process_id() == pid:
                yield from _walk(application, silent)
        except GLib.Error:
            continue


def _walk(node, silent, depth=0):
    if node is None or depth > 40:
        return
    try:
        words = node.get_name() or ""
        if not words and "Text" in node.get_interfaces():
            words = Atspi.Text.get_text(node, 0, -1)
        if words or silent:
            yield node, node.get_role_name(), words
        children = [node.get_child_at_index(at) for at in range(node.get_child_count())]
    except GLib.Error:
        # It went away while we looked.
        return
    for child in children:
        yield from _walk(child, silent, depth + 1)


def unnamed(pid):
    """The roles of what can be pressed or typed into and has no name."""
    pressable = ("push button", "toggle button", "list item", "entry", "menu item", "separator")
    for node, role, words in tree(pid, silent=True):
        if role in pressable and not words:
            yield role, place_of(node)
