"""A file's content is replaced as a whole: nobody ever sees half of it."""

import os
import stat
from pathlib import Path


def replace_content(file: Path, data: bytes) -> None:
    """Let *file* hold *data*, with the rights that it had; raises OSError, and then it is what it was.

    The name in between is taken only if nothing has it: in a stranger's folder a link may wait there.
    """
    temporary = file.with_name(f".{file.name[:100]}.{os.getpid()}.tmp")
    with temporary.open("xb") as opened:
        try:
            opened.write(data)
            opened.close()
            if file.exists():
                temporary.chmod(stat.S_IMODE(file.stat().st_mode))
            temporary.replace(file)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
