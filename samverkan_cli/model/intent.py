"""What somebody wants changed, before any text is touched."""

from datetime import date
from typing import TypeAlias

from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.staffing import Absence, Assignment, Post, Record, Waiver

Entry: TypeAlias = Post | Assignment | Absence | Record | Waiver


class Add(Frozen):
    """An entry is written at the end of its list; `entry.place.file` says in which file."""

    entry: Entry


class End(Frozen):
    """What is written at `entry.place` holds until `until`, that day included."""

    entry: Assignment | Absence
    until: date


class Drop(Frozen):
    """What is written at `entry.place` is taken away."""

    entry: Assignment | Absence


Step: TypeAlias = Add | End | Drop
