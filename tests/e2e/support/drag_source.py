"""A window of another program from which something can be dragged.

    drag_source.py X Y files PATH...
    drag_source.py X Y link URL
    drag_source.py X Y text TEXT
    drag_source.py X Y html HTML TEXT

Offers the targets that file managers, browsers and editors offer, prints
"ready" when the window can be dragged from, and stays open until killed.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

URI_LIST, HTML, TEXT = range(3)


def targets(kind):
    lists = {
        "files": [("text/uri-list", URI_LIST)],
        "link": [("text/uri-list", URI_LIST), ("text/plain", TEXT)],
        "text": [("text/plain;charset=utf-8", TEXT), ("UTF8_STRING", TEXT), ("text/plain", TEXT)],
        "html": [
            ("text/html", HTML),
            ("text/plain;charset=utf-8", TEXT),
            ("UTF8_STRING", TEXT),
            ("text/plain", TEXT),
        ],
    }
    return [Gtk.TargetEntry.new(name, 0, info) for name, info in lists[kind]]


def main():
    x, y, kind, *load = sys.argv[1:]
    window = Gtk.Window(title="Drag source")
    window.set_default_size(200, 120)
    window.set_keep_above(True)
    handle = Gtk.EventBox()
    handle.add(Gtk.Label(label=f"Drag {kind}"))
    window.add(handle)
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, targets(kind), Gdk.DragAction.COPY)

    def give(_widget, _context, selection, info, _time):
        if info == URI_LIST:
            uris = [pathlib.Path(p).resolve().as_uri() for p in load] if kind == "files" else load
            selection.set_uris(uris)
        elif info == HTML:
            selection.set(selection.get_target(), 8, load[0].encode())
        else:
            selection.set_text(load[-1], -1)

    handle.connect("drag-data-get", give)
    window.show_all()
    window.move(int(x), int(y))

    def ready():
        print("ready", flush=True)
        return False

    # The window manager has placed it once events have settled.
    GLib.timeout_add(300, ready)
    Gtk.main()


main()
