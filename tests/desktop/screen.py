"""What is seen: pictures, colours, and the steps that are told at the end."""

import contextlib
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from desk import HERE, PROJECT, run

SHOTS = HERE / "shots"
# What the strip shows, by scenario and step.
STRIP = {
    "from_the_desktop_entry": ["gtk-launch opens the window with the seed"],
    "a_condition_shows_its_evidence": ["the text has scrolled to it, tinted"],
    "find_in_text": ["F3 goes to the next of two"],
    "drop_files": ["drop a broken file"],
    "keyboard_alone": ["its reason and its copy"],
    "settings_are_kept": ["reopen: the window looks as it was left"],
}


def picture(path):
    run("import", "-window", "root", "-quality", "10", str(path))
    return path


def part_of_screen(x, y, width, height):
    return run("import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "png:-")


def brightness(*place):
    """Mean of a part of the screen, 0 black to 1 white."""
    gray = ["-colorspace", "Gray", "-format", "%[fx:mean]", "info:"]
    return float(run("convert", "-", *gray, input=part_of_screen(*place)))


def pixels(colour, *place):
    """How many pixels of a part of the screen have this colour ("rrggbb")."""
    table = ["-depth", "8", "-format", "%c", "histogram:info:-"]
    told = run("convert", "-", *table, input=part_of_screen(*place))
    found = re.search(rf"(\d+): .*#{colour}".encode(), told, re.I)
    return int(found.group(1)) if found else 0


def differing(before, after):
    """The share of pixels that two pictures of one place do not share."""
    with tempfile.TemporaryDirectory(prefix="mawqif-e2e-") as folder:
        one, two = pathlib.Path(folder, "one.png"), pathlib.Path(folder, "two.png")
        one.write_bytes(before)
        two.write_bytes(after)
        told = subprocess.run(
            ["compare", "-metric", "AE", "-fuzz", "3%", str(one), str(two), "null:"],
            capture_output=True, text=True,
        )
        size = run("identify", "-format", "%[fx:w*h]", str(one))
    return float(told.stderr.split()[0]) / float(size)


def colour(token, theme="LIGHT"):
    """What a colour of the theme is, as "rrggbb"."""
    source = (PROJECT / "src/ui/theme.rs").read_text("utf8")
    found = re.search(rf"const {theme}:.*?\b{token}: rgb\(0x00(\w\w)_(\w{{4}})\)", source, re.S)
    return "".join(found.groups())


class Steps:
    """The steps of all scenarios with their times, and a picture after each."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mawqif-shots-"))
        self.scenario = ""
        self.done = []

    def begin(self, scenario):
        self.scenario = scenario

    @contextlib.contextmanager
    def __call__(self, name):
        began = time.monotonic()
        try:
            yield
        finally:
            seconds = time.monotonic() - began
            number = sum(scenario == self.scenario for scenario, *_ in self.done) + 1
            words = re.sub(r"\W+", "-", name)
            shot = picture(self.folder / f"{self.scenario}-{number:02}-{words}.png")
            self.done.append((self.scenario, name, seconds, shot))

    def keep(self, scenario):
        """The pictures of a scenario that failed, and of the screen as it is."""
        SHOTS.mkdir(exist_ok=True)
        for name, _, _, shot in self.done:
            if name == scenario:
                shutil.copy(shot, SHOTS)
        return picture(SHOTS / f"{scenario}.png")

    def table(self):
        """Every step with its seconds, and the sum of each scenario."""
        for scenario in dict.fromkeys(scenario for scenario, *_ in self.done):
            own = [(name, seconds) for one, name, seconds, _ in self.done if one == scenario]
            yield f"{sum(seconds for _, seconds in own):7.1f}  {scenario}"
            yield from (f"{seconds:7.1f}    {name}" for name, seconds in own)

    def strip(self):
        """A few of the pictures side by side, small."""
        shown = [shot for scenario, name, _, shot in self.done if name in STRIP.get(scenario, ())]
        path = HERE / "strip.png"
        run(
            "montage", *map(str, shown), "-crop", "1282x846+109+26", "+repage",
            "-resize", "440x", "-tile", "3x", "-geometry", "+4+4", "-background", "#555",
            "+dither", "-colors", "32", "-depth", "8", "-strip", "-define", "png:compression-level=9",
            str(path),
        )
        return f"{len(shown)} pictures in {path.relative_to(PROJECT)} ({path.stat().st_size // 1024} KB)"

    def clear(self):
        shutil.rmtree(self.folder, ignore_errors=True)


step = Steps()
