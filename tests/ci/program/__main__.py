"""Stands in for the program where a test asks how the program is called.

Tells in the file SEEN what it was called with, writes TEXT_<FORMAT> where an output of that
format is asked for, and ends with CODE.
"""

import json
import os
import sys
from pathlib import Path

seen = {
    "arguments": sys.argv[1:],
    "path": sys.path,
    "isolated": sys.flags.isolated,
    "here": str(Path.cwd()),
}
Path(os.environ["SEEN"]).write_text(json.dumps(seen), "utf-8")
for argument in sys.argv[1:]:
    option, _, rest = argument.partition("=")
    name, _, path = rest.partition("=")
    text = os.environ.get(f"TEXT_{name.upper()}")
    if option == "--output" and text is not None:
        Path(path).write_text(Path(text).read_text("utf-8"), "utf-8")
print("::error::told by the program")  # noqa: T201 - it stands in for one that prints
sys.exit(int(os.environ["CODE"]))
