"""The program's door: `samverkan`, `python -m samverkan_cli`."""

import sys

from samverkan_cli import __version__


def main() -> None:
    """Run the program and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Answered before anything is imported: scripts ask often.
        sys.stdout.write(f"samverkan {__version__}\n")
        return
    from samverkan_cli.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
