"""Where more is wrong than anybody reads, the rest counts as one, and nothing as mended."""

from datetime import date

from samverkan_cli.flows.baseline import Base, check_against
from samverkan_cli.store.files import Folder
from samverkan_cli.store.register import ALL_FAULTS, Register, read
from tests.examples import SOUND

DAY = date(2025, 3, 1)
WRONG = "".join(f"x{number}: 1\n" for number in range(150)).encode()
SOUND_RECORDS = b"records:\n  - {follow-up: grannar-uppf, on: 2025-02-10}\n"
# With the sign for a hyphen spelled out, a reader of bytes sees no personal number.
MEANT = b'records:\n  - {follow-up: grannar-uppf, on: 2025-02-10, reference: "811218\\x2d9876"}\n'
NUMBER = "811218-9876"


def register(wrong: int, **more: bytes) -> Register:
    """Return the sound agreement with files of records: some that are wrong, and others after."""
    files = {path: text.encode() for path, text in SOUND.items()}
    files |= {f"records/a-{number}.yaml": WRONG for number in range(wrong)}
    files |= {f"records/{name}.yaml": text for name, text in more.items()}
    return read(Folder(files))


def test_the_first_faults_are_told_and_a_grave_one_for_the_rest() -> None:
    few, many = register(3), register(60)
    assert not few.is_cut_short
    assert many.is_cut_short
    assert len(many.faults) == ALL_FAULTS + 1
    assert many.faults[-1].rule == "file-too-large"
    assert len(many.unread) == 60


def test_what_is_sound_is_read_behind_all_that_is_wrong() -> None:
    found = register(60, z=SOUND_RECORDS)
    assert "records/z.yaml" not in found.unread
    assert found.agreement
    assert [one.subject for one in found.agreement.records] == ["grannar-analys", "grannar-uppf"]


def test_personal_data_goes_no_further_behind_all_that_is_wrong() -> None:
    for text in (MEANT, SOUND_RECORDS + f"# {NUMBER}\n".encode(), b"[" + MEANT, b"\xff"):
        found = register(60, z=text)
        assert "records/z.yaml" in found.unread
        assert NUMBER not in repr(found.agreement)
        assert found.texts["records/z.yaml"] == ""


def test_nothing_is_called_mended_where_not_all_is_told() -> None:
    before, few, many = register(2), register(1), register(60)
    answers = [check_against(Base("main", None, before), one, DAY).base for one in (few, many)]
    gone, cut = (one for one in answers if one)
    assert gone.mended
    assert not cut.mended
    assert cut.new
