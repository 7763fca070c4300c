"""The measures. Each gives lines: what, figure, bar, whether it holds (None
where there is no bar), and a note."""

import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

import material
from desk import QUIET, Mawqif, cpu_of, script, status_of, xdotool

MEGABYTE = 1 << 20
COLUMN = (900, 450)  # A place on the screen in the text, wherever the window stands.


class Line:
    def __init__(self, what, figure, bar="", held=None, note=""):
        self.what, self.figure, self.bar, self.held, self.note = what, figure, bar, held, note


def share(values, part):
    """The value that `part` of the values stay below."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def folder():
    return tempfile.TemporaryDirectory(prefix="mawqif-bench-")


# The start.


class Peer:
    """mousepad, with settings of its own and no server to hand files to."""

    def __init__(self, _, file, environment=None):
        self.folder = folder()
        environment = {
            **os.environ,
            **(environment or {}),
            "XDG_CONFIG_HOME": self.folder.name,
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "1",
        }
        command = ["mousepad", "--disable-server", file]
        self.begun = time.time()
        self.process = subprocess.Popen(command, env=environment, **QUIET)

    __enter__ = Mawqif.__enter__
    __exit__ = Mawqif.__exit__


def painted(bench, program, file, environment, full):
    """Seconds from the start until (nearly) all ink is on screen, those of CPU
    used till then, and how much ink that is; `full` is that of an earlier run."""
    before = bench.screen.ink()
    seen = []
    with program(bench.binary, file, environment=environment) as running:
        end = running.begun + (20 if full else 5)
        while time.time() < end:
            ink = bench.screen.ink() - before
            seen.append((time.time() - running.begun, ink))
            if full and ink >= 0.97 * full:
                break
            time.sleep(0.003)
        cpu = cpu_of(running.process.pid)
    time.sleep(0.2)
    most = full or seen[-1][1]
    return next((at for at, ink in seen if ink >= 0.97 * most), float("nan")), cpu, most


def starts(bench, rounds, environment=None):
    """Starts one after the other, ours and the peer's in turn: wall and CPU."""
    programs = [Mawqif] + ([Peer] if shutil.which("mousepad") else [])
    full = [painted(bench, program, material.SEED, environment, None)[2] for program in programs]
    runs = [[] for _ in programs]
    for _ in range(rounds):
        for program, most, seen in zip(programs, full, runs):
            seen.append(painted(bench, program, material.SEED, environment, most)[:2])
    return runs


def start_lines(what, runs, note):
    times = [[wall for wall, _ in seen] for seen in runs]
    cpu = [1000 * statistics.median(used for _, used in seen) for seen in runs]
    figure = f"{statistics.median(times[0]) * 1000:.0f} ms"
    if len(runs) == 1:
        return [Line(what, figure, note="mousepad is not there")]
    ratios = [ours / theirs for ours, theirs in zip(*times)]
    middle = statistics.median(ratios)
    figure += f", mousepad {statistics.median(times[1]) * 1000:.0f} ms: ratio {middle:.2f}"
    spread = f"{len(ratios)} pairs, ratios {min(ratios):.2f} to {max(ratios):.2f}"
    used = f"CPU of all threads {cpu[0]:.0f} ms, mousepad {cpu[1]:.0f} ms"
    return [Line(what, figure, "ratio ≤ 0.8", middle <= 0.8, f"{used}; {spread}; {note}")]


def start(bench):
    runs = starts(bench, 11)
    note = "the limit is the driver's start and the first shaping"
    return start_lines("start to the seed's text and card on screen", runs, note)


def faces(bench):
    with folder() as place:
        environment = material.faces(pathlib.Path(place), 500)
        runs = starts(bench, 7, environment)
    note = "no installed face is read before the first frame"
    return start_lines("the same with 500 more faces installed", runs, note)


# Opening.


def replace(running, path, size, turn):
    """Puts another text into the file that is open and has it read again:
    the seconds from the key to the card on screen, and those of CPU, of all
    threads."""
    text = material.article(size, turn)
    path.write_text(text, "utf8")
    before = running.frames()[-1].bytes
    asked = len(running.lines("open"))
    cpu = running.cpu()
    xdotool("key", "F5")
    changed = lambda frames: frames[-1].bytes not in (0, before)
    frames = running.await_frames(lambda f: changed(f) and len(running.lines("open")) > asked)
    begun = float(running.lines("open")[-1][0])
    # The frame after the first one with the card began when that was painted.
    first = next(i for i, f in enumerate(frames) if f.start > begun and f.bytes not in (0, before))
    frames = running.await_frames(lambda frames: len(frames) > first + 1)
    cpu = running.cpu() - cpu
    time.sleep(0.4)
    return frames[first + 1].start - begun, cpu


def opening(bench):
    lines, middles = [], {}
    with folder() as place:
        path = pathlib.Path(place) / "article.txt"
        path.write_text(material.article(4000, 0), "utf8")
        with Mawqif(bench.binary, path) as running:
            running.await_card()
            running.window()
            time.sleep(1)
            for name, size in [("5 KB", 5000), ("100 KB", 100_000), ("1 MB", MEGABYTE), ("10 MB", 10 * MEGABYTE)]:
                turns = range(1, 8 if size < 2 * MEGABYTE else 4)
                times, cpu = zip(*(replace(running, path, size, turn) for turn in turns))
                middle = middles[name] = statistics.median(times)
                figure = f"{middle * 1000:.0f} ms (CPU {statistics.median(cpu) * 1000:.0f} ms)"
                bar, held = ("≤ 250 ms", middle <= 0.25) if name == "1 MB" else ("", None)
                note = f"{len(times)} runs, {min(times) * 1000:.0f} to {max(times) * 1000:.0f} ms"
                if bar:
                    note += "; the limit is reading and analysis, on one core, and one painted window"
                lines.append(Line(f"open to painted card, {name}", figure, bar, held, note))
    growth = middles["10 MB"] / (10 * middles["1 MB"])
    note = "10 MB against ten times 1 MB"
    lines.append(Line("growth of opening", f"{growth:.2f}", "linear: ≤ 1.2", growth <= 1.2, note))
    return lines


# Moving.


def frames_of(running, act):
    """The CPU times of the frames while something is done."""
    before = len(running.frames())
    act()
    time.sleep(0.3)
    return [frame.cpu for frame in running.frames()[before:]]


def frame_line(what, times, bar, note):
    top = share(times, 0.99)
    figure = f"p99 {top:.2f} ms, median {statistics.median(times):.2f} ms"
    return Line(what, figure, f"p99 ≤ {bar} ms of CPU", top <= bar, f"{len(times)} frames; {note}")


def wheel(button, times):
    return ["mousemove {} {}".format(*COLUMN)] + [f"click {button}", "sleep 0.012"] * times


def selecting():
    """Through the text and past its lower edge, where the view follows."""
    x, y = COLUMN
    steps = [f"mousemove {x} {y - 200}", "mousedown 1"]
    for step in range(120):
        steps += [f"mousemove {x - step} {y - 200 + 3 * step}", "sleep 0.012"]
    for step in range(200):
        steps += [f"mousemove {x - step % 50} 899", "sleep 0.012"]
    for step in range(120):
        steps += [f"mousemove {x + step} {y + 200 - 3 * step}", "sleep 0.012"]
    return steps + ["mouseup 1"]


def moving(bench):
    lines = []
    with folder() as place:
        path = pathlib.Path(place) / "article.txt"
        path.write_text(material.article(MEGABYTE, 0), "utf8")
        with Mawqif(bench.binary, path) as running:
            running.await_card()
            window = running.window()
            xdotool("windowmove", window, 0, 0)
            time.sleep(1)
            note = "from input to the first drawing command"
            turn = lambda: script(wheel(5, 500) + wheel(4, 100))
            lines.append(frame_line("scrolling through 1 MB", frames_of(running, turn), 4, note))
            drag = lambda: script(selecting())
            lines.append(frame_line("dragging a selection through 1 MB", frames_of(running, drag), 4, note))
            sizes = [(1180 - 6 * (step % 60), 860 - 3 * (step % 60)) for step in range(180)]

            def resize():
                for size in sizes:
                    xdotool("windowsize", window, *size)
                    time.sleep(0.02)

            times = frames_of(running, resize)
            lines.append(frame_line("resizing the window at 1 MB", times, 16, note))
    return lines


# Rest.


def bare_window():
    """Megabytes of the least program that paints through the same driver."""
    if not shutil.which("glxgears"):
        return None
    process = subprocess.Popen(["glxgears", "-geometry", "1280x820"], **QUIET)
    try:
        time.sleep(3)
        return status_of(process.pid, "VmRSS")
    finally:
        process.terminate()
        process.wait()


def memory(bench):
    with Mawqif(bench.binary, material.SEED) as running:
        running.await_card()
        time.sleep(3)
        seed, own = running.status("VmRSS"), running.status("RssAnon")
    with folder() as place:
        rest = []
        for size in (MEGABYTE, 10 * MEGABYTE):
            path = pathlib.Path(place) / "article.txt"
            path.write_text(material.article(size, 0), "utf8")
            with Mawqif(bench.binary, path) as running:
                running.await_card()
                time.sleep(1)
                rest.append((running.status("VmRSS"), running.status("VmHWM")))
    kept, peak = ((rest[1][i] - rest[0][i]) / 9 for i in (0, 1))
    bare = bare_window()
    limit = f": glxgears, which shows three wheels through it, takes {bare:.0f} MB" if bare else ""
    note = f"of it {own:.0f} MB its own, the rest files; the limit is the driver with LLVM{limit}"
    return [
        Line("memory with the seed", f"{seed:.0f} MB", "≤ 120 MB", seed <= 120, note),
        Line("memory for each MB of article", f"{kept:.1f} MB", note=f"{peak:.1f} MB at the peak of the analysis"),
    ]


def idle(bench):
    with Mawqif(bench.binary, material.SEED) as running:
        running.await_card()
        running.window()
        time.sleep(4)
        before, cpu = len(running.frames()), running.cpu()
        time.sleep(10)
        paints, cpu = len(running.frames()) - before, running.cpu() - cpu
    return [Line("paints in 10 s of rest", f"{paints}", "0", paints == 0, f"{cpu * 1000:.0f} ms of CPU")]


def thousand(bench):
    """The pointer moves all the while: each frame answers one of its moves, so
    that the longest time from one frame to the next is the longest answer."""
    with folder() as place:
        for number in range(1000):
            (pathlib.Path(place) / f"{number:04d}.txt").write_text(material.article(5000, number), "utf8")
        jobs = str(os.cpu_count() or 1)
        begun = time.time()
        subprocess.run([bench.binary, "brief", "--format", "json", "--jobs", jobs,
                        *sorted(map(str, pathlib.Path(place).iterdir()))], check=True, **QUIET)
        bare = time.time() - begun
        with Mawqif(bench.binary, place) as running:
            running.await_frames(bool)
            moves = [f"mousemove {300 + step % 400} {300 + step % 300} sleep 0.008" for step in range(4000)]
            mover = subprocess.Popen(["xdotool", *" ".join(moves).split()], **QUIET)
            try:
                running.await_frames(lambda frames: frames[-1].articles >= 1000, 120)
                time.sleep(2)
            finally:
                mover.terminate()
                mover.wait()
            frames = running.frames()
            asked = float(running.lines("open")[-1][0])
    done = next(frame.start for frame in frames if frame.articles >= 1000)
    full = [b.start - a.start for a, b in zip(frames, frames[1:]) if a.start > done]
    gaps = [(b.start - a.start) * 1000 for a, b in zip(frames[1:], frames[2:]) if b.start < done + 0.05]
    cpu = [frame.cpu for frame in frames[1:]]
    worst, total = max(gaps), done - asked
    shown = any(frame.progress for frame in frames)
    note = f"median {statistics.median(gaps):.0f} ms, p99 {share(gaps, 0.99):.0f} ms, with painting; CPU of a frame p99 {share(cpu, 0.99):.1f} ms"
    return [
        Line("longest answer while 1,000 files open", f"{worst:.0f} ms", "≤ 50 ms", worst <= 50, note),
        Line("1,000 files of 5 KB opened", f"{total:.1f} s", "progress shown", shown or total < 0.5,
             f"`mawqif brief --jobs {jobs}` takes {bare:.1f} s; with all open a frame comes every {statistics.median(full) * 1000:.0f} ms"),
    ]


MEASURES = {
    "start": start,
    "faces": faces,
    "opening": opening,
    "moving": moving,
    "memory": memory,
    "idle": idle,
    "thousand": thousand,
}
