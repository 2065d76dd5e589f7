"""What workers do in these tests: functions of a module, so that another interpreter can import them."""

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

import msgspec

from cutpoint.domain.facts import FileFacts
from cutpoint.parse.parse_source import parse_source

_encoder = msgspec.msgpack.Encoder()
_kept: list[bytes] = []


def echo(data: bytes, path: str, role: str) -> bytes:
    return b"|".join((data, path.encode(), role.encode()))


def lines_of(data: bytes, path: str, role: str) -> bytes:
    """Facts whose body is the content and whose only clue is the path that they were read under."""
    module = parse_source(data)
    problems = (module.problem,) if module.problem else ()
    clues = ((role, path, 0),)
    return _encoder.encode(FileFacts(module.lines, (), data[:100], problems, module.problem is not None, clues))


def pid_as_lines(data: bytes, path: str, role: str) -> bytes:
    del data, path, role
    return _encoder.encode(FileFacts(os.getpid(), (), b""))


def misbehave(data: bytes, path: str, role: str) -> bytes:  # noqa: PLR0912 (a table of misdeeds)
    """Do what the content says; what it says to do once is noted in the file named behind, and not done again."""
    del role
    match data.decode().split():
        case ["once", deed, note, *then]:
            if Path(note).exists():
                data = " ".join(then).encode()
            else:
                Path(note).touch()
                data = deed.encode()
        case ["keep", megabytes, "MB"]:
            _kept.append(bytes(int(megabytes) << 20))
    match data.decode():
        case "segfault":
            ctypes.string_at(0)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(600)
        case "hang":
            time.sleep(600)
        case "spin":
            while True:
                pass
        case "work a while":
            began = time.process_time()
            while time.process_time() < began + 0.2:
                pass
        case "wait a while":
            time.sleep(0.4)
        case "note pid and spin":
            Path(path).write_text(str(os.getpid()))
            while True:
                pass
        case "exit":
            os._exit(3)
        case "raise":
            raise KeyError(path)
        case "recurse":
            return misbehave_deeply(0)
        case "eat":
            return bytes(1 << 40)
        case "print":
            print("noise" * 1000)  # noqa: T201
            sys.stderr.write("noise")
            os.write(1, b"noise")
        case "garbage":
            for descriptor in range(3, 64):
                try:
                    os.write(descriptor, b"\xff" * 64)
                except OSError:
                    continue
        case "pid":
            return str(os.getpid()).encode()
    return path.encode()


def misbehave_deeply(depth: int) -> bytes:
    return misbehave_deeply(depth + 1)
