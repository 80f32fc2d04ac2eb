"""The program's door: `samverkan`, `python -m samverkan_cli`."""

import gc
import os
import sys

from samverkan_cli import __version__


def main() -> None:
    """Run the program and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Answered before anything is imported: scripts ask often.
        sys.stdout.write(f"samverkan {__version__}\n")
        return
    # A run is short: looking for unreachable values while it starts costs more than it frees.
    gc.freeze()
    gc.set_threshold(50_000)
    from samverkan_cli.cli.run import run

    code = run(sys.argv[1:])
    # All is written; taking the interpreter apart would only make the person wait.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
