"""A small window from which a file is dragged, as from a file manager.

    drag_source.py FILE

Prints "ready" when it can be grabbed.
"""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

uri = pathlib.Path(sys.argv[1]).resolve().as_uri()


def send(_widget, _context, data, _info, _time):
    data.set_uris([uri])


window = Gtk.Window(title="drag source")
window.set_default_size(140, 100)
window.move(0, 0)
handle = Gtk.EventBox()
handle.add(Gtk.Label(label="drag me"))
handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
handle.drag_source_add_uri_targets()
handle.connect("drag-data-get", send)
window.add(handle)
window.connect("map-event", lambda *_: print("ready", flush=True))
window.connect("destroy", Gtk.main_quit)
window.show_all()
Gtk.main()
