"""The program at a terminal of its own, with somebody who answers it."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from tests.shell import COMMAND, TIMEOUT, environment

AT_TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
CTRL_C, CTRL_D = "\x03", "\x04"


class Terminal:
    """What stands on the screen, and the keys."""

    def __init__(self, process: "subprocess.Popen[bytes]", handle: int) -> None:
        self.process = process
        self.handle = handle
        self.screen = ""
        self.read = 0

    def look(self) -> bool:
        """Read what has come; tell whether there is more to wait for."""
        ready, _, _ = select.select([self.handle], [], [], 0.1)
        if not ready:
            return True
        try:
            found = os.read(self.handle, 65_536)
        except OSError:  # the other end is closed
            return False
        self.screen += found.decode("utf-8").replace("\r\n", "\n")
        return bool(found)

    def wait_for(self, text: str) -> None:
        """Wait until a text stands after what has been waited for."""
        end = monotonic() + TIMEOUT
        while text not in self.screen[self.read :]:
            more = self.look() or text in self.screen[self.read :]
            assert more, self.screen
            assert monotonic() < end, self.screen
        self.read = self.screen.index(text, self.read) + len(text)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.handle, keys.encode())

    def answer(self, question: str, line: str) -> None:
        """Wait for a question, and answer it."""
        self.wait_for(question)
        end = monotonic() + TIMEOUT
        while not self.screen.endswith((": ", "? ")):
            more = self.look()
            assert more, self.screen
            assert monotonic() < end, self.screen
        self.read = len(self.screen)
        self.type(f"{line}\n")

    def end(self) -> int:
        """Wait for the program's end; return its code."""
        end = monotonic() + TIMEOUT
        while self.look():
            assert monotonic() < end, self.screen
        return self.process.wait(TIMEOUT)


@contextmanager
def at_terminal(*arguments: str, folder: Path, **settings: str) -> Iterator[Terminal]:
    """Start the program with a terminal as all its three streams."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", AT_TERMINAL, *COMMAND, *arguments],
        cwd=folder,
        env=environment(TERM="dumb", COLUMNS="300", **settings),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
