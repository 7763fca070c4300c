"""What the window keeps, whatever happens to it."""

import ctypes
import json
import os
import select
import time

import desk
import screen
from common import ARABIC, ENGLISH, PARAGRAPHS, SEED, file, start
from desk import keys, wait
from program import place_of
from screen import step

IN_CREATE = 0x100
ROUNDS = 4


def kept(settings):
    """The settings on disk; fails where they are not whole."""
    return json.loads((settings / "settings.json").read_text("utf8"))


def settings_are_kept(program):
    """Language, theme, type and zoom are changed live, and found again."""
    path = file("one.txt")
    window = start(program, path)
    node = window.await_words(PARAGRAPHS[0], "paragraph")
    x, y, width, height = window.place()
    light = screen.brightness(x, y, width, height)

    def looks():
        desk.point(5, 5)
        return screen.part_of_screen(*window.place())

    with step("language"):
        window.press(ENGLISH["command-switch-language"], "push button")
        button = window.await_words(ARABIC["command-open"], "push button")
        wait("the Arabic layout to be mirrored", lambda: place_of(button)[0] > x + width / 2)
    with step("theme"):
        window.press(ARABIC["toolbar-theme"], "push button")
        window.press(ARABIC["appearance-dark"])
        wait("darkness", lambda: screen.brightness(x, y, width, height) < light - 0.5)
    with step("typeface"):
        naskh = looks()
        window.press(ARABIC["toolbar-reading"], "push button")
        window.press("Amiri")
        keys("Escape")
        wait("other letters", lambda: screen.differing(naskh, looks()) > 0.005)
    with step("size of type"):
        small = place_of(window.await_words(PARAGRAPHS[1], "paragraph"))
        window.press(ARABIC["toolbar-reading"], "push button")
        for _ in range(3):
            window.press(ARABIC["reading-larger"], "push button")
        keys("Escape")

        def grown():
            node = window.find(PARAGRAPHS[1], "paragraph")
            return node and place_of(node)[3] > small[3]

        wait("larger letters", grown)
    with step("zoom"):
        before = place_of(window.await_words(ARABIC["command-open"], "push button"))
        keys("ctrl+plus", "ctrl+plus")
        wait("a larger button", lambda: place_of(
            window.await_words(ARABIC["command-open"], "push button"))[3] > before[3])
    with step("close"):
        last = looks()
        window.close()
        now = kept(window.settings)
        assert now["language"] == "ar" and now["appearance"] == "dark", now
        assert now["reading"]["family"] == "Amiri" and now["reading"]["size"] == 22, now
        assert abs(now["zoom"] - 1.2) < 0.01 and str(path) in str(now["recent"]), now
    with step("reopen: the window looks as it was left"):
        window = start(program, path, settings=window.settings)
        window.await_words(PARAGRAPHS[0], "paragraph")
        window.await_words(ARABIC["command-copy-summary"], "push button")
        wait("the same picture", lambda: screen.differing(last, looks()) < 0.002)


def arabic_by_locale(program):
    with step("a system in Arabic"):
        window = start(program, language="ar")
        window.await_words(ARABIC["command-open"], "push button")


def killed_while_saving(program):
    """The settings file is the old one or the new one, never a half."""
    with step("a first settings file"):
        window = start(program)
        settings = window.settings
        keys("ctrl+plus")
        wait("it", lambda: (settings / "settings.json").exists())
        window.close()
    hits, zoom = 0, kept(settings)["zoom"]
    for round_ in range(ROUNDS):
        with step(f"kill while saving, {round_ + 1}"):
            window = start(program, settings=settings)
            window.await_words(SEED.splitlines()[0])
            change = "ctrl+plus" if zoom < 1.05 else "ctrl+minus"
            hits += kill_while_saving(window, settings, change)
            zoom = kept(settings)["zoom"]
            assert 0.95 < zoom < 1.15, kept(settings)
    with step("reopen: nothing is lost, nothing is told"):
        window = start(program, settings=settings)
        window.await_words(SEED.splitlines()[0])
        window.await_words(ENGLISH["stance-conditional"])
        told = [words for _, role, words in window.tree() if role == "notification"]
        assert not told, told
        window.close()
        assert abs(kept(settings)["zoom"] - zoom) < 0.01
    print(f"   killed in the middle of writing in {hits} of {ROUNDS} rounds", flush=True)


def kill_while_saving(window, settings, change):
    """Whether it died between beginning the new file and moving it into place."""
    before = set(os.listdir(settings))
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init()
    libc.inotify_add_watch(watch, os.fsencode(settings), IN_CREATE)
    keys(change)
    # The kernel wakes us when the new file is begun: no loop is as quick.
    ready, _, _ = select.select([watch], [], [], desk.PATIENCE)
    window.process.kill()
    window.process.wait()
    os.close(watch)
    assert ready, "the settings were not saved"
    return bool(set(os.listdir(settings)) - before - {"settings.json"})


def idle(program):
    """Nothing repaints when nothing changes."""
    with step("five seconds of rest"):
        window = start(program)
        window.await_words(SEED.splitlines()[0])
        desk.point(5, 5)
        time.sleep(3)
        before = window.cpu()
        time.sleep(5)
        used = window.cpu() - before
        assert used <= 0.02, f"{used:.2f} s of processor time in 5 s of rest"


ALL = [settings_are_kept, arabic_by_locale, killed_while_saving, idle]
