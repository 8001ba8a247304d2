"""Runs a program to its end, or to a limit of time or memory, and says what it took."""

import os
import select
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Run:
    """What a program left behind."""

    output: str
    seconds: float
    cpu_seconds: float
    # Below some 16 MiB it is that of the process that measures, which the program grew out of.
    peak_bytes: int
    exit_code: int
    # "", "out of time" or "out of memory"
    stopped: str


def run(command, time_limit, memory_limit):
    """Runs a command; memory is what the process itself holds, which is looked at all the time."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        output = bytearray()
        stopped = ""
        pipe = process.stdout.fileno()
        os.set_blocking(pipe, False)
        end = os.pidfd_open(process.pid)
        poll = select.poll()
        poll.register(pipe, select.POLLIN)
        poll.register(end, select.POLLIN)
        ended = False
        while not ended:
            ready = [descriptor for descriptor, _ in poll.poll(100)]
            ended = end in ready
            seconds = time.perf_counter() - start
            if pipe in ready and not drain(pipe, output):
                poll.unregister(pipe)
            if ended:
                break
            if seconds > time_limit:
                stopped = "out of time"
            elif resident_bytes(process.pid) > memory_limit:
                stopped = "out of memory"
            if stopped:
                process.kill()
                break
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        drain(pipe, output)
        os.close(end)
    return Run(
        output=output.decode(errors="replace"),
        seconds=seconds,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_bytes=usage.ru_maxrss * 1024,
        exit_code=process.returncode,
        stopped=stopped or ("out of memory" if ran_out(process.returncode, output) else ""),
    )


def drain(pipe, output):
    """Takes what a pipe holds; false at its end."""
    while True:
        try:
            piece = os.read(pipe, 1 << 16)
        except BlockingIOError:
            return True
        if not piece:
            return False
        output += piece


def resident_bytes(pid):
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def ran_out(exit_code, output):
    """Whether a program that failed says that there was no memory, or the system ended it."""
    words = (b"bad_alloc", b"MemoryError", b"no memory available", b"out of memory")
    return exit_code == -9 or (exit_code != 0 and any(word in output for word in words))
