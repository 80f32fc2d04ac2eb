"""All hostile folders, by name."""

from tests.store import hostile_files, hostile_text, hostile_values
from tests.store.hostile import HOSTILE

__all__ = ["HOSTILE", "hostile_files", "hostile_text", "hostile_values"]
