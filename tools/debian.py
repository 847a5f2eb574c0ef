"""Installs a system package where we may: root on a machine with apt-get. Plain Python, nothing else."""

import os
import shutil
import subprocess


def install(*packages):
    """Whether the packages could be installed; says what it does."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    names = " ".join(packages)
    print("Installing " + names + " with apt-get …", flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *command],
            env=quiet,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    if done.returncode:
        print("apt-get could not install " + names + ": " + done.stdout.strip()[-300:], flush=True)
    return done.returncode == 0
