"""Cannot be read: the text, its fields and its values."""

from samverkan_cli.rules.read.character_forbidden import character_forbidden
from samverkan_cli.rules.read.date_impossible import date_impossible
from samverkan_cli.rules.read.field_missing import field_missing
from samverkan_cli.rules.read.field_unknown import field_unknown
from samverkan_cli.rules.read.file_encoding import file_encoding
from samverkan_cli.rules.read.file_missing import file_missing
from samverkan_cli.rules.read.file_not_plain import file_not_plain
from samverkan_cli.rules.read.file_too_large import file_too_large
from samverkan_cli.rules.read.file_unexpected import file_unexpected
from samverkan_cli.rules.read.key_duplicate import key_duplicate
from samverkan_cli.rules.read.key_not_text import key_not_text
from samverkan_cli.rules.read.personal_data import personal_data
from samverkan_cli.rules.read.scalar_ambiguous import scalar_ambiguous
from samverkan_cli.rules.read.text_not_composed import text_not_composed
from samverkan_cli.rules.read.text_too_long import text_too_long
from samverkan_cli.rules.read.value_form import value_form
from samverkan_cli.rules.read.value_range import value_range
from samverkan_cli.rules.read.value_type import value_type
from samverkan_cli.rules.read.value_unknown import value_unknown
from samverkan_cli.rules.read.yaml_construct import yaml_construct
from samverkan_cli.rules.read.yaml_syntax import yaml_syntax
from samverkan_cli.rules.read.yaml_too_deep import yaml_too_deep
from samverkan_cli.rules.rule import Rule

READ: tuple[Rule, ...] = (
    file_missing,
    file_unexpected,
    file_not_plain,
    file_too_large,
    file_encoding,
    character_forbidden,
    text_not_composed,
    text_too_long,
    yaml_syntax,
    yaml_construct,
    yaml_too_deep,
    key_duplicate,
    key_not_text,
    scalar_ambiguous,
    field_unknown,
    field_missing,
    value_type,
    value_unknown,
    value_form,
    value_range,
    date_impossible,
    personal_data,
)
