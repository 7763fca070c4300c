"""The program on a real desktop.

    run.py [--strip] PROGRAM [SCENARIO…]

Starts a display of its own (Xvfb), a session bus, a window manager and a
clipboard, and does with mouse and keys what a reader does. Tells the seconds of
every step at the end. Pictures of the steps of what failed are kept in shots/
beside this file; with --strip a few of those that did not fail are put together
as strip.png.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = [
    "Xvfb", "xdotool", "xclip", "xprop", "xwininfo", "openbox", "import", "convert", "compare", "montage",
    "dbus-run-session", "gdbus", "gtk-launch", "desktop-file-validate",
]


def missing():
    gone = [tool for tool in TOOLS if not shutil.which(tool)]
    try:
        import gi

        gi.require_version("Atspi", "2.0")
        gi.require_version("Gtk", "3.0")
    except (ImportError, ValueError) as error:
        gone.append(f"python3-gi with Atspi and Gtk ({error})")
    return gone


def outside(arguments):
    """Starts the display, and this script again inside a session on it."""
    read, write = os.pipe()
    display = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1500x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        number = os.read(read, 16).decode().strip()
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "XDG_CURRENT_DESKTOP": "GNOME",
            "XDG_SESSION_TYPE": "x11",
            "NO_AT_BRIDGE": "0",
        }
        environment.pop("WAYLAND_DISPLAY", None)
        inner = [sys.executable, __file__, "--inside", *arguments]
        # The bus and its services talk on standard error; failures are on the
        # other one.
        return subprocess.call(
            ["dbus-run-session", "--", *inner], env=environment, stderr=subprocess.DEVNULL
        )
    finally:
        display.terminate()
        display.wait()


def start_session():
    """A window manager, and screen readers switched on."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    manager = subprocess.Popen(["openbox"], **quiet)
    for switch in ("IsEnabled", "ScreenReaderEnabled"):
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
             "--method", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", switch, "<true>"],
            check=False, **quiet,
        )
    time.sleep(0.5)
    return manager


def inside(program, wanted, strip):
    sys.stderr = sys.stdout
    manager = start_session()
    import common
    from scenarios import keeping, opening, reaching, reading
    from screen import step

    failed = []
    for scenario in opening.ALL + reading.ALL + keeping.ALL + reaching.ALL:
        name = scenario.__name__
        if wanted and name not in wanted:
            continue
        step.begin(name)
        began = time.monotonic()
        try:
            remark = scenario(program)
            seconds = time.monotonic() - began
            if remark:
                print(f"skipped: {name}: {remark}", flush=True)
            else:
                print(f"ok {name} ({seconds:.1f} s)", flush=True)
        except Exception:
            failed.append(name)
            shot = step.keep(name)
            print(f"FAILED {name} (see {shot})\n{traceback.format_exc()}", flush=True)
        finally:
            common.clear()
    manager.terminate()
    print("\nSeconds of each step:", *step.table(), sep="\n", flush=True)
    if strip and not failed:
        print(f"\n{step.strip()}", flush=True)
    step.clear()
    print(f"\n{len(failed)} failed" if failed else "\nall passed", flush=True)
    return 1 if failed else 0


def main():
    arguments = sys.argv[1:]
    flags = {one for one in arguments if one.startswith("--")}
    rest = [one for one in arguments if one not in flags]
    if not rest or flags - {"--inside", "--strip"}:
        sys.exit(__doc__)
    program, wanted = pathlib.Path(rest[0]).resolve(), rest[1:]
    if "--inside" in flags:
        sys.exit(inside(program, wanted, "--strip" in flags))
    gone = missing()
    if gone:
        print(f"skipped: the real desktop, for want of {', '.join(gone)}")
        sys.exit(0)
    if not program.is_file():
        sys.exit(f"{program} is not built: run cargo build first")
    sys.exit(outside(arguments))


main()
