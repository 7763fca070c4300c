"""The program end to end, in a real window.

    run.py PROGRAM [SCENARIO…]

Starts a display of its own (Xvfb), a session bus, a window manager and a
clipboard, and does with mouse and keys what a reader does. Screenshots of what
failed are kept in shots/ beside this file.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = ["Xvfb", "xdotool", "xclip", "openbox", "import", "convert", "dbus-run-session", "gdbus"]


def missing():
    gone = [tool for tool in TOOLS if not shutil.which(tool)]
    try:
        import gi

        gi.require_version("Atspi", "2.0")
        gi.require_version("Gtk", "3.0")
    except (ImportError, ValueError) as error:
        gone.append(f"python3-gi with Atspi and Gtk ({error})")
    return gone


def outside(program, wanted):
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
        inner = [sys.executable, __file__, "--inside", str(program), *wanted]
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


def inside(program, wanted):
    sys.stderr = sys.stdout
    manager = start_session()
    import desk
    import scenarios

    failed = []
    for name, scenario in scenarios.ALL.items():
        if wanted and name not in wanted:
            continue
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
            shot = desk.screenshot(name)
            print(f"FAILED {name} (see {shot})\n{traceback.format_exc()}", flush=True)
        finally:
            scenarios.clear()
    manager.terminate()
    print(f"{len(failed)} failed" if failed else "all passed", flush=True)
    return 1 if failed else 0


def main():
    arguments = sys.argv[1:]
    again = arguments[:1] == ["--inside"]
    arguments = arguments[1:] if again else arguments
    if not arguments:
        sys.exit(__doc__)
    program, wanted = pathlib.Path(arguments[0]).resolve(), arguments[1:]
    if again:
        sys.exit(inside(program, wanted))
    gone = missing()
    if gone:
        print(f"skipped: end to end, for want of {', '.join(gone)}")
        sys.exit(0)
    if not program.is_file():
        sys.exit(f"{program} is not built: run cargo build first")
    sys.exit(outside(program, wanted))


main()
