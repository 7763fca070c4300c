"""A desk to test on: waiting, keys, mouse and clipboard."""

import os
import pathlib
import re
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
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
