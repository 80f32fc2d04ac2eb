"""The register's own settings, from the file that holds them."""

from samverkan_cli.model.place import Place
from samverkan_cli.model.settings import Gravity, Settings
from samverkan_cli.store.build_parts import Node, each

DAYS = {"due-soon": "due_soon", "ends-soon": "ends_soon", "backdated": "backdated"}


def settings(node: Node, place: Place) -> Settings:
    """Build the settings; what is not written is as it is in every register."""
    days = node.get("days", {})
    return Settings(
        language=node.get("language", ""),
        fail_on=node.get("fail-on", ""),
        gravities=each(node, "severity", place, gravity),
        place=place,
        **{name: days[key] for key, name in DAYS.items() if key in days},
    )


def gravity(node: Node, place: Place) -> Gravity:
    """Build how grave a rule is."""
    return Gravity(rule=node["rule"], level=node["level"], place=place)
