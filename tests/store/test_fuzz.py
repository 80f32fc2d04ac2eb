"""A minute of files bent at random: none ends the program, none is slow.

How slow is a ratio, measured side by side: a machine under load is slow with every file.
"""

import os
import random
import time
from pathlib import Path

import pytest

from samverkan_cli.resources import folder
from samverkan_cli.store.file_faults import FILE_BYTES
from samverkan_cli.store.kinds import Kind
from samverkan_cli.store.register import read_document
from tests.store.corpus import HOSTILE
from tests.store.hostile import HEAVY
from tests.store.mutation import bent

SECONDS = float(os.environ.get("SAMVERKAN_FUZZ_SECONDS", "60"))
SMALL = 8_000
ORDINARY = b"party: kom\nposts:\n" + b"  - {id: a, title: Samordnare}\n" * 3_900
TIMES_ORDINARY = 10
"""How much longer the worst file may take than an ordinary one of 20 000 values.

Some 0.15 s; a file that is nothing but personal numbers up to its limit takes five times that.
"""


def taken(content: bytes, kind: Kind) -> float:
    """Return the seconds of processor time to read a file."""
    start = time.process_time()
    read_document("staffing/kom.yaml", content, kind)
    return time.process_time() - start


def corpus(root: Path) -> list[bytes]:
    """Return the shipped files, and the hostile ones that are small enough to be bent quickly."""
    found = [path.read_bytes() for path in folder("agreement").rglob("*.yaml")]
    for at, (name, hostile) in enumerate(HOSTILE.items()):
        if not name.startswith(("f", *HEAVY)):
            hostile.write(root / str(at))
            files = (root / str(at)).rglob("*.yaml")
            found += [path.read_bytes() for path in files if path.stat().st_size <= FILE_BYTES]
    return sorted({content for content in found if len(content) <= SMALL})


@pytest.mark.long
def test_bent_files_are_read_without_an_error_and_quickly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("SAMVERKAN_FUZZ_SEED") or random.SystemRandom().randrange(10**9))
    source = random.Random(seed)  # noqa: S311 - nothing secret
    seeds, kinds = corpus(tmp_path), list(Kind)
    runs, slowest, worst, end = 0, 0.0, (b"", kinds[0]), time.monotonic() + SECONDS
    while time.monotonic() < end:
        content, kind = bent(source, source.choice(seeds)), source.choice(kinds)
        start = time.process_time()
        try:
            document, _ = read_document("staffing/kom.yaml", content, kind)
        except Exception:  # noqa: BLE001 - whatever it is, it is a mistake of ours
            (tmp_path / "crash").write_bytes(content)
            pytest.fail(f"seed {seed}, run {runs}: {content[:500]!r}")
        seconds = time.process_time() - start
        assert document.usable or document.faults
        if seconds > slowest:
            slowest, worst = seconds, (content, kind)
        if not document.faults and len(seeds) < 5_000:
            seeds.append(content)
        runs += 1
    with capsys.disabled():
        print(f"\nfuzz: seed {seed}, {runs} runs, slowest {slowest:.3f} s")  # noqa: T201
    (tmp_path / "slowest").write_bytes(worst[0])
    pairs = [(taken(*worst), taken(ORDINARY, Kind.STAFFING)) for _ in range(3)]
    ratio = min(slow for slow, _ in pairs) / min(usual for _, usual in pairs)
    assert ratio < TIMES_ORDINARY, f"seed {seed}, {len(worst[0])} bytes: {worst[0][:500]!r}"
