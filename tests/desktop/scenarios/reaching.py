"""Reaching everything without a mouse, and without eyes."""

import time

import desk
import screen
from common import ARABIC, ENGLISH, PARAGRAPHS, SEED, TITLE, file, start
from desk import clipboard, keys, wait
from program import Focus, place_of, unnamed
from screen import step


class Tabs:
    """Goes through the window with Tab and notes where it comes."""

    def __init__(self, window):
        self.window = window
        self.focus = Focus()
        self.seen = []
        self.place = window.place()

    def next(self):
        part = self.focus.after("Tab")
        self.seen.append(part[1:])
        wait(f"“{part[2]}” to come into sight", lambda: self.in_sight(part), 5)
        return part

    def in_sight(self, part):
        """The text is larger than the window; all else fits."""
        x, y, width, height = self.place
        left, top, wide, high = place_of(part[0])
        across = x - 2 <= left and left + wide <= x + width + 2
        down = y <= top and top + high <= y + height
        return across and (down or part[1] == "document frame")

    def to(self, words, role=None):
        for _ in range(120):
            part = self.next()
            if part[2] == words and role in (None, part[1]):
                return part[0]
        raise AssertionError(f"Tab does not come to “{words}”: {self.seen}")


def keyboard_alone(program):
    """Tab comes to everything, Enter does it, and it is seen where one is."""
    desk.point(5, 5)
    window = start(program)
    window.await_words(ENGLISH["stance-conditional"])
    x, y, width, height = window.place()
    tabs, accent = Tabs(window), screen.colour("accent", "DARK")
    conditions = [part for part in window.tree() if part[1] == "list item"]
    condition = next(words for _, _, words in conditions if "موافقة البرلمان" in words)
    with step("a menu: the dark theme"):
        tabs.to(ENGLISH["toolbar-theme"])
        keys("Return")
        window.await_words(ENGLISH["appearance-dark"])
        time.sleep(0.5)
        for key in ("Down", "Down", "Down", "Return"):
            keys(key)
            time.sleep(0.3)
        wait("darkness", lambda: screen.brightness(x, y, width, height) < 0.4)
    with step("Escape closes a menu"):
        tabs.to(ENGLISH["toolbar-more"])
        keys("Return")
        window.await_words(ENGLISH["command-about"])
        keys("Escape")
        wait("the menu to go", lambda: not window.find(ENGLISH["command-about"]))
    with step("a condition: its words in the text"):
        row = tabs.to(condition, "list item")
        wait("a ring round it", lambda: screen.pixels(accent, *place_of(row)) > 200)
        keys("Return")
        proof = window.await_words(condition, "paragraph")
        tint = screen.colour("evidence_tint", "DARK")
        wait("the tint", lambda: screen.pixels(tint, *place_of(proof)) > 200)
    with step("its reason and its copy"):
        tabs.to(ENGLISH["card-why"])
        keys("Return")
        window.await_words(ENGLISH["card-why-triggers"].split("{")[0].strip())
        tabs.to(ENGLISH["card-copy-line"])
        keys("Return")
        wait("the line on the clipboard", lambda: condition in clipboard().decode())
    with step("the text: select all of it"):
        tabs.to(SEED.splitlines()[0], "document frame")
        time.sleep(0.5)
        keys("ctrl+a", "ctrl+c")
        wait("the text on the clipboard", lambda: clipboard().decode() == SEED.rstrip("\n"))
    with step("the border of card and text"):
        border = tabs.to(ENGLISH["splitter-card"])
        before = place_of(border)[0]
        # Its own keys are its own from the second frame on.
        time.sleep(0.5)
        keys("Left", "Left")
        wait("the border to move", lambda: place_of(
            window.find(ENGLISH["splitter-card"]))[0] <= before - 30)
    with step("round, past everything that can be pressed"):
        first = tabs.seen[0]
        while tabs.next()[1:] != first:
            assert len(tabs.seen) < 200, "Tab does not come round"
        buttons = {
            words for _, role, words in window.tree()
            if role in ("push button", "toggle button", "list item", "entry")
        }
        missed = buttons - {words for _, words in tabs.seen}
        assert not missed, f"Tab does not come to {missed}"
        order = [words for _, words in tabs.seen]
        assert order.index(ENGLISH["command-find"]) < order.index(ENGLISH["command-switch-language"])
    with step("F1, and Escape"):
        keys("F1")
        window.await_words(ENGLISH["keys-title"], "heading")
        keys("Escape")
        wait("the sheet to go", lambda: not window.find(ENGLISH["keys-title"], "heading"))
    with step("close the article, and paste another"):
        keys("ctrl+w")
        window.await_words(ENGLISH["empty-title"], "heading")
        desk.put_on_clipboard(PARAGRAPHS[0])
        Tabs(window).to(ENGLISH["command-paste"])
        keys("Return")
        window.await_words(PARAGRAPHS[0])


def a_screen_reader_finds_it(program):
    """Title, card lines, paragraphs and buttons, in both languages."""
    window = start(program, file("one.txt"))
    window.await_words(PARAGRAPHS[0], "paragraph")
    for language, words, other in (("English", ENGLISH, ARABIC), ("Arabic", ARABIC, ENGLISH)):
        with step(f"the window in {language}"):
            buttons = (
                "command-open", "command-paste", "command-toggle-list", "toolbar-theme",
                "toolbar-reading", "toolbar-more", "command-switch-language",
                "command-copy-summary", "card-more", "card-why",
                "card-copy-line", "card-copy-section",
            )
            headings = ("list-title", "card-statements", "card-figures")
            window.await_all([
                *((words[name], "push button") for name in buttons),
                *((words[name], "heading") for name in headings),
                *((words[name], "separator") for name in ("splitter-card", "splitter-list")),
                (words["command-find"], "entry"),
                (words["card-name"], "panel"),
            ])
        with step(f"the article and its card in {language}"):
            window.await_all([
                (TITLE, "heading"),
                (TITLE, "document frame"),
                *((paragraph, "paragraph") for paragraph in PARAGRAPHS),
                (words["type-indirect"], "list item"),
                ("ضمانات مكتوبة", "list item"),
                ("20 ألف جندي", "toggle button"),
            ])
        with step(f"nothing without a name, nothing in another language, in {language}"):
            assert not list(unnamed(window.process.pid)), list(unnamed(window.process.pid))
            plain = {text for text in other.values() if "{" not in text} - set(words.values())
            strange = [part[2] for part in window.tree() if part[2] in plain]
            assert not strange, strange
        keys("ctrl+shift+l")


ALL = [keyboard_alone, a_screen_reader_finds_it]
