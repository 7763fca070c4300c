"""A display whose pixels can be read, the programs on it, and the log of
frames that Mawqif keeps."""

import mmap
import os
import pathlib
import struct
import subprocess
import tempfile
import time

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
BRIGHT = bytes(range(110, 256))
ROWS = 4  # Every so many rows are looked at.


class Screen:
    """The framebuffer of Xvfb, which it keeps in a file (-fbdir)."""

    def __init__(self, folder):
        with open(pathlib.Path(folder) / "Xvfb_screen0", "rb") as file:
            self.bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self.bytes[:100])
        self.height, self.stride = header[5], header[12]
        self.start = header[0] + 12 * header[19]

    def ink(self):
        """How many dark pixels there are, in every fourth row."""
        step, end = ROWS * self.stride, self.start + self.height * self.stride
        rows = (self.bytes[at : at + self.stride][1::4] for at in range(self.start, end, step))
        return len(b"".join(rows).translate(None, BRIGHT))


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True).stdout


def script(lines):
    """Many commands to the mouse by one process, waiting as they say."""
    subprocess.run(["xdotool", *" ".join(lines).split()], check=True, **QUIET)


class Frame:
    """A line of the log; times in seconds, CPU in milliseconds."""

    def __init__(self, words):
        self.start, self.cpu = float(words[0]), float(words[1]) / 1000
        self.articles, self.bytes, self.progress = map(int, words[2:5])


class Mawqif:
    """One run, with settings of its own and a log."""

    def __init__(self, binary, *files, environment=None):
        self.folder = tempfile.TemporaryDirectory(prefix="mawqif-bench-")
        self.log = pathlib.Path(self.folder.name) / "trace"
        environment = {
            **os.environ,
            **(environment or {}),
            "MAWQIF_CONFIG_DIR": self.folder.name + "/settings",
            "MAWQIF_TRACE": str(self.log),
        }
        self.begun = time.time()
        self.process = subprocess.Popen([binary, *map(str, files)], env=environment, **QUIET)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def lines(self, kind):
        text = self.log.read_text() if self.log.exists() else ""
        whole = text[: text.rfind("\n") + 1]
        words = (line.split("\t") for line in whole.splitlines())
        return [rest for first, *rest in words if first == kind]

    def frames(self):
        return [Frame(words) for words in self.lines("frame")]

    def await_frames(self, done, seconds=60):
        """The frames, once `done` holds for them."""
        end = time.time() + seconds
        while time.time() < end:
            frames = self.frames()
            if done(frames):
                return frames
            if self.process.poll() is not None:
                raise RuntimeError("the program ended")
            time.sleep(0.05)
        raise RuntimeError("what was waited for never came")

    def await_card(self, size=None):
        """Until a card is on screen: of an article of this many bytes, if any."""
        shown = (lambda bytes: bytes == size) if size else (lambda bytes: bytes > 0)
        return self.await_frames(lambda frames: len(frames) > 1 and shown(frames[-1].bytes))

    def window(self):
        found = xdotool("search", "--sync", "--onlyvisible", "--pid", self.process.pid).split()
        window = found[-1].decode()
        xdotool("windowfocus", "--sync", window)
        return window

    def status(self, field):
        return status_of(self.process.pid, field)

    def cpu(self):
        return cpu_of(self.process.pid)


def cpu_of(process):
    """Seconds used by all threads of a process."""
    total = 0
    for thread in pathlib.Path(f"/proc/{process}/task").iterdir():
        total += int((thread / "schedstat").read_text().split()[0])
    return total / 1e9


def status_of(process, field):
    """A field of a process's memory, in megabytes."""
    for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024
    return 0.0
