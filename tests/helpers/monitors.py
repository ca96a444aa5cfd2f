"""Connects and removes monitors of an X display: ``python -m tests.helpers.monitors``.

Arguments: ``plug NAME X Y WIDTH HEIGHT`` or ``pull NAME``. The monitor named ``laptop`` replaces
the server's initial one.
"""

import ctypes
import sys
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_ulong, c_void_p, cast

OWN = "laptop"


class _Monitor(Structure):
    _fields_ = (
        ("name", c_ulong), ("primary", c_int), ("automatic", c_int), ("outputs_count", c_int),
        ("x", c_int), ("y", c_int), ("width", c_int), ("height", c_int),
        ("mm_width", c_int), ("mm_height", c_int), ("outputs", c_void_p),
    )  # fmt: skip


class _Resources(Structure):
    _fields_ = (
        ("timestamp", c_ulong), ("config", c_ulong), ("crtc_count", c_int), ("crtcs", c_void_p),
        ("output_count", c_int), ("outputs", POINTER(c_ulong)),
    )  # fmt: skip


def main() -> None:
    x11 = ctypes.CDLL("libX11.so.6")
    randr = ctypes.CDLL("libXrandr.so.2")
    x11.XOpenDisplay.restype = c_void_p
    x11.XOpenDisplay.argtypes = [c_char_p]
    x11.XDefaultRootWindow.restype = c_ulong
    x11.XDefaultRootWindow.argtypes = [c_void_p]
    x11.XInternAtom.restype = c_ulong
    x11.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
    x11.XSync.argtypes = [c_void_p, c_int]
    randr.XRRSetMonitor.argtypes = [c_void_p, c_ulong, POINTER(_Monitor)]
    randr.XRRDeleteMonitor.argtypes = [c_void_p, c_ulong, c_ulong]
    randr.XRRGetScreenResources.restype = POINTER(_Resources)
    randr.XRRGetScreenResources.argtypes = [c_void_p, c_ulong]
    what, name, *place = sys.argv[1:]
    display = x11.XOpenDisplay(None)
    root = x11.XDefaultRootWindow(display)
    atom = x11.XInternAtom(display, name.encode(), 0)
    if what == "pull":
        randr.XRRDeleteMonitor(display, root, atom)
    else:
        own = (c_ulong * 1)(randr.XRRGetScreenResources(display, root).contents.outputs[0])
        outputs = cast(own, c_void_p) if name == OWN else None
        count = int(name == OWN)
        sizes = [int(each) for each in place]
        monitor = _Monitor(atom, count, 0, count, *sizes, sizes[2] // 4, sizes[3] // 4, outputs)
        randr.XRRSetMonitor(display, root, byref(monitor))
    x11.XSync(display, 0)


if __name__ == "__main__":
    main()
