"""The speed of the window, measured in the real program.

    run.py PROGRAM [MEASURE…]

Starts a display of its own (Xvfb), a session bus and a window manager. All
measures together write ../RESULTS.md.
"""

import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import measures
from desk import QUIET, Screen

SESSION = pathlib.Path(__file__).resolve().parent / "session.conf"
RESULTS = pathlib.Path(__file__).resolve().parents[1] / "RESULTS.md"
HEAD = """# How fast the window is

Written by `bash benches/run` on {date}: {cores} cores, {memory} GB, graphics by
software (Mesa's llvmpipe), display Xvfb, load {load}. Times are of the wall
clock where nothing else is said; CPU of a frame is that of the window's thread.
p99 is the time that 99 of a hundred frames stay below.
{busy}
| measure | figure | bar | held | remarks |
|---|---|---|---|---|
"""
BUSY = """
**The machine was busy with other work**, so times of the wall clock are several
times too long and decide nothing; figures of CPU, memory and paints, and ratios
of pairs, still count.
"""


class Bench:
    def __init__(self, binary, screen):
        self.binary, self.screen = binary, screen


def outside(arguments):
    """The display, and this script again inside a session on it."""
    with tempfile.TemporaryDirectory(prefix="mawqif-bench-") as folder:
        read, write = os.pipe()
        display = subprocess.Popen(
            ["Xvfb", *([os.environ["BENCH_DISPLAY"]] if "BENCH_DISPLAY" in os.environ else []),
             "-displayfd", str(write), "-screen", "0", "1280x900x24", "-wr", "-fbdir", folder, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], **QUIET,
        )
        os.close(write)
        try:
            number = os.read(read, 16).decode().strip()
            environment = {
                **os.environ,
                "DISPLAY": f":{number}",
                "LIBGL_ALWAYS_SOFTWARE": "1",
                "LC_ALL": "C.UTF-8",
                "XDG_SESSION_TYPE": "x11",
            }
            environment.pop("WAYLAND_DISPLAY", None)
            inner = [sys.executable, __file__, "--inside", folder, *arguments]
            # The bus and its services talk on standard error.
            return subprocess.call(["dbus-run-session", "--config-file", str(SESSION), "--", *inner], env=environment, stderr=subprocess.DEVNULL)
        finally:
            display.terminate()
            display.wait()


def inside(folder, binary, names):
    sys.stderr = sys.stdout
    manager = subprocess.Popen(["openbox"], **QUIET)
    time.sleep(1)
    bench = Bench(binary, Screen(folder))
    before = os.getloadavg()[0]
    lines = []
    try:
        for name in names or measures.MEASURES:
            begun = time.time()
            try:
                found = measures.MEASURES[name](bench)
            except (RuntimeError, OSError, subprocess.SubprocessError) as fault:
                found = [measures.Line(name, "not measured", "", False, str(fault))]
            for line in found:
                print(row(line), flush=True)
            lines += found
            print(f"  ({name}: {time.time() - begun:.0f} s)", flush=True)
    finally:
        manager.terminate()
        manager.wait()
    if not names:
        write(lines, before, os.getloadavg()[0])
    return 0 if all(line.held is not False for line in lines) else 1


def row(line):
    held = {True: "yes", False: "**no**", None: ""}[line.held]
    return f"| {line.what} | {line.figure} | {line.bar} | {held} | {line.note} |"


def write(lines, before, after):
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    head = HEAD.format(
        date=datetime.date.today(),
        cores=os.cpu_count(),
        memory=round(pages / 2**30),
        load=f"{before:.1f} before and {after:.1f} after",
        # The measures themselves keep about the cores busy.
        busy=BUSY if before > os.cpu_count() else "",
    )
    RESULTS.write_text(head + "\n".join(map(row, lines)) + "\n", "utf8")
    print(f"written: {RESULTS}")


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        sys.exit(inside(sys.argv[2], sys.argv[3], sys.argv[4:]))
    sys.exit(outside([os.path.abspath(sys.argv[1]), *sys.argv[2:]]))
