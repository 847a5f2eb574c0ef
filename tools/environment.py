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
    # What is imported is compiled then; most of what is installed never is.
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check"]
    if subprocess.run([*pip, *arguments], check=False).returncode:
        sys.exit("The requirements could not be installed: see above. Is the network there?")


def beginnings(files):
    """Who has the requirements of all files has those of the first ones too."""
    return [files[:length] for length in range(1, len(files) + 1)]


def stamp(folder, files):
    return folder / ("installed-" + "-".join(path.stem for path in files))


def checksum(files, then):
    return hashlib.sha256(b"".join(path.read_bytes() for path in files) + (then or "").encode()).hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("requirements", nargs="+", type=Path)
    parser.add_argument("--then", help="one more requirement, which may override the pinned ones")
    options = parser.parse_args()
    python = make(options.folder)
    stamps = {stamp(options.folder, files): checksum(files, options.then) for files in beginnings(options.requirements)}
    last = stamp(options.folder, options.requirements)
    if last.exists() and last.read_text() == stamps[last]:
        return
    print("Installing the pinned requirements (a minute or two the first time) …", flush=True)
    for old in options.folder.glob("installed-*"):  # what they say is no longer so
        old.unlink()
    install(python, [word for path in options.requirements for word in ("-r", str(path))])
    if options.then:
        print(f"… and {options.then}", flush=True)
        install(python, [options.then])
    for path, content in stamps.items():
        path.write_text(content)


if __name__ == "__main__":
    main()
