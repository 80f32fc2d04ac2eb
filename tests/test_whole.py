"""Agreements that follow the schemas and make no sense: every answer is given, and quickly.

The shipped files are changed at random, only so far that the schemas still accept them: values
from elsewhere, days at the ends of time, entries twice or not at all, fields that nobody wrote.
"""

import copy
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from typing import Any

import pytest

from samverkan_cli.evaluate.items import items
from samverkan_cli.flows import show as showing
from samverkan_cli.flows.check import check
from samverkan_cli.flows.status import Choice, status
from samverkan_cli.flows.trace import trace_document
from samverkan_cli.language.tongue import tongue
from samverkan_cli.render import (
    json_check,
    json_parts,
    json_show,
    json_status,
    json_trace,
    text_check,
    text_show,
    text_status,
    text_trace,
)
from samverkan_cli.render.check_parts import Around
from samverkan_cli.render.page import Page
from samverkan_cli.resources import folder
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.files import Folder
from samverkan_cli.store.kinds import AGREEMENT_FILE, Kind, kind_of
from samverkan_cli.store.register import Register, read
from samverkan_cli.store.schema import accepts, load
from tests.sizes import sizes
from tests.store.mutation import places

Files = dict[str, Any]
SLOWEST = 5
DAYS = tuple(map(date.fromisoformat, ("0001-01-01", "2024-02-29", "2025-03-01", "9999-12-31")))
EXTREMES: tuple[Any, ...] = (
    "1000-01-01", "2999-12-31", "2024-02-29", "2026-12-31", "2024-01-01", 0, 1, 2, 99, 366, 999_999,
    "0,01 %", "100 %", "999999999", "0", "1-999999", "999999", "9999-9999", "#9999", "0000", "W..W",
    "a", "x" * 60, "a/a", "a/a/a", "::error::x ##[error]y", "{x} {0} %s [/] [red]\\", "å" * 200,
)  # fmt: skip
RULE_OF = {rule.id: rule for rule in RULES}


@cache
def shipped() -> Files:
    """Return the values of the shipped files, by path."""
    root = folder("agreement")
    return {
        path.relative_to(root).as_posix(): plain(path.read_bytes())
        for path in sorted(root.rglob("*.yaml"))
    }


def plain(content: bytes) -> Any:
    """Return the value of one sound file."""
    return read(Folder({AGREEMENT_FILE: content})).documents[AGREEMENT_FILE].value


@cache
def seen() -> dict[str, list[Any]]:
    """Return every value that stands in a shipped file or as a schema's example, by its field."""
    found: dict[str, list[Any]] = {}
    for value in shipped().values():
        for inner, key in places(value):
            if isinstance(inner, dict):
                found.setdefault(key, []).append(inner[key])
    for name in ("common", *Kind):
        schema = load(name)
        for inner, key in places(schema):
            if key == "properties" and isinstance(inner[key], dict):
                for field, about in inner[key].items():
                    found.setdefault(field, []).extend(about.get("examples", ()))
    return found


def change(source: random.Random, value: Any) -> None:
    """Change one thing in a file's value."""
    inner, key = source.choice(places(value))
    way = source.randrange(6)
    if way == 0:
        del inner[key]
    elif way == 1 and isinstance(inner, list):
        inner.insert(source.randrange(len(inner) + 1), copy.deepcopy(inner[key]))
    elif way == 2 and isinstance(inner, dict):
        field = source.choice(sorted(seen()))
        inner[field] = copy.deepcopy(source.choice(seen()[field] or [1]))
    elif way == 3 and not isinstance(inner[key], dict | list):
        inner[key] = source.choice(EXTREMES)
    elif isinstance(inner, dict) and key in seen():
        inner[key] = copy.deepcopy(source.choice(seen()[key]))
    elif isinstance(inner, list):
        inner[key] = copy.deepcopy(source.choice(inner))


def changed(source: random.Random, kind: Kind, value: Any, times: int) -> Any:
    """Return a file's value with so many changes that its schema accepts."""
    kept = json.dumps(value)
    for _ in range(times * 4):
        new = json.loads(kept)
        change(source, new)
        if times and accepts(kind)(new):
            kept, times = json.dumps(new), times - 1
    return json.loads(kept)


def made_up(source: random.Random) -> Folder:
    """Make a folder: some of the shipped files, changed; now and then one of them twice."""
    files = {}
    for path, value in shipped().items():
        kind = kind_of(path)
        if kind and (path == AGREEMENT_FILE or source.random() < 0.5):
            files[path] = changed(source, kind, value, source.choice((0, 1, 3, 8)))
            if source.random() < 0.1 and path.count("/"):
                files[f"{path.rpartition('/')[0]}/x.yaml"] = files[path]
    return Folder(
        {
            path: json.dumps(value, ensure_ascii=False).encode()
            for path, value in files.items()
            if kind_of(path)
        }
    )


Voice = Callable[[Page], None]


def answers(register: Register, day: date, name: str) -> Iterator[tuple[Voice, Callable[[], Any]]]:
    """Yield every answer about an agreement in both forms; of `show`, that on `name`."""
    told, found = status(register, day, Choice()), check(register, day)
    yield partial(text_status.full, status=told), partial(json_status.status, told)
    yield partial(text_status.concise, status=told), dict
    around = Around(RULE_OF, register.texts, "", "", every=True)
    in_json = partial(json_check.check, found, tongue("sv"), "")
    yield partial(text_check.full, answer=found, around=around), in_json
    yield partial(text_check.concise, answer=found, folder=""), dict
    shown = showing.show(register, day, name)
    yield (
        partial(text_show.show, answer=shown, folder=""),
        partial(json_show.show, shown, tongue("en"), ""),
    )
    traced = trace_document(register, "a", b"a\n\nb\n" * 20)
    yield partial(text_trace.trace, answer=traced, concise=False), partial(json_trace.trace, traced)


def ask_all(source: random.Random, register: Register) -> None:
    """Ask everything on some day, and look at what is answered."""
    agreement = register.agreement
    assert agreement is not None
    day = source.choice(DAYS)
    name = source.choice(items(agreement)).id
    for voice, in_json in answers(register, day, name):
        for language, width in (("sv", 40), ("en", 120)):
            page = Page(tongue(language), width)
            voice(page)
            harmless(page.plain())
        harmless(json_parts.written(in_json()))


def harmless(text: str) -> None:
    """Hold an answer against what a runner of pipelines takes for a command."""
    assert "##[" not in text
    assert not any(line.strip().startswith("::") for line in text.splitlines())


@sizes("runs", 8, 80, 400)
def test_every_answer_is_given_about_whatever_follows_the_schemas(
    runs: int, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("SAMVERKAN_FUZZ_SEED") or random.SystemRandom().randrange(10**9))
    slowest = 0.0
    for run in range(runs):
        source = random.Random(f"{seed}/{run}")  # noqa: S311 - nothing secret
        files = made_up(source)
        start = time.process_time()
        register = read(files)
        assert not register.unread, (seed, run, register.faults[:3])
        try:
            ask_all(source, register)
        except Exception as error:
            error.add_note(f"seed {seed}, run {run}")
            raise
        slowest = max(slowest, time.process_time() - start)
    with capsys.disabled():
        print(f"\nwhole: seed {seed}, {runs} runs, slowest {slowest:.2f} s")  # noqa: T201
    assert slowest < SLOWEST
