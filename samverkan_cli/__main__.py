"""The program's door: `samverkan`, `python -m samverkan_cli`."""

import gc
import os
import sys

from samverkan_cli import __version__

UNWRITTEN = 4


def main() -> None:
    """Run the program and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Answered before anything is imported: scripts ask often.
        end(0, f"samverkan {__version__}\n")
        return
    # A run is short: looking for unreachable values while it starts costs more than it frees.
    gc.freeze()
    gc.set_threshold(50_000)
    from samverkan_cli.cli.run import run

    end(run(sys.argv[1:]))


def end(code: int, last: str = "") -> None:
    """Write what is still to be written, and leave; with 4 where a clean answer is lost.

    Taking the interpreter apart would only make the person wait.
    """
    for stream, text, lost in ((sys.stdout, last, code or UNWRITTEN), (sys.stderr, "", code)):
        try:
            if stream:
                stream.write(text)
                stream.flush()
        except BrokenPipeError:
            pass  # whoever read has seen enough
        except OSError:
            code = lost
    os._exit(code)


def alone() -> None:
    """Import nothing that lies where the user stands, which `-m` looks through first of all.

    Only a folder `samverkan_cli` there is found before this; `python -P -m` passes it over, too.
    """
    if not sys.flags.safe_path:
        del sys.path[0]


if __name__ == "__main__":
    alone()
    main()
