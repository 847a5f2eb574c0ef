"""Makes the virtual environment and keeps it at the pinned requirements. Plain Python, nothing else.

Usage: python tools/environment.py FOLDER REQUIREMENTS… [--then "wagtail~=8.0.0"]
A second run with the same files does nothing.
"""

import argparse
import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import debian

NEEDED = (3, 11)


def make(folder):
    """A working environment in the folder; an incomplete or broken one is made anew."""
    python = folder / "bin" / "python"
    if (folder / "bin" / "pip").exists() and python.exists():
        return python
    version = "{}.{}".format(*sys.version_info)
    if sys.version_info < NEEDED:
        sys.exit(f"Python 3.11 or newer is needed, not {version}. Name one: make run PYTHON=python3.12")
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{version}-venv"
        if not debian.install(package):
            sys.exit(f"Python has no ensurepip here. On Debian or Ubuntu: sudo apt-get install {package}")
    print(f"Making a virtual environment in {folder} with Python {version} …", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", str(folder)], check=False).returncode:
        sys.exit(f"The virtual environment could not be made in {folder}.")
    return python


def install(python, arguments):
    """Let pip install, or stop with a sentence."""
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, *arguments], check=False).returncode:
        sys.exit("The requirements could not be installed: see above. Is the network there?")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("requirements", nargs="+", type=Path)
    parser.add_argument("--then", help="one more requirement, which may override the pinned ones")
    options = parser.parse_args()
    python = make(options.folder)
    content = b"".join(path.read_bytes() for path in options.requirements) + (options.then or "").encode()
    checksum = hashlib.sha256(content).hexdigest()
    stamp = options.folder / ("installed-" + "-".join(path.stem for path in options.requirements))
    if stamp.exists() and stamp.read_text() == checksum:
        return
    print("Installing the pinned requirements (a minute or two the first time) …", flush=True)
    install(python, [word for path in options.requirements for word in ("-r", str(path))])
    if options.then:
        print(f"… and {options.then}", flush=True)
        install(python, [options.then])
    stamp.write_text(checksum)


if __name__ == "__main__":
    main()
