"""Starts the portal to try it out: database, demo content, then the web server and the background work.

HOST and PORT come from the environment. Both processes end together with this one.
"""

import ctypes
import errno
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def address():
    """Host and port to serve on, or a sentence why that cannot be."""
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    try:
        with socket.create_server((host, int(port))):
            return host, int(port)
    except (ValueError, OverflowError):
        sys.exit(f"PORT must be a number from 1 to 65535, not “{port}”.")
    except PermissionError:
        sys.exit(f"Port {port} is reserved for the system. Take one above 1024: make run PORT=8001")
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            sys.exit(f"Port {port} is in use. Stop that program, or take another one: make run PORT=8001")
        sys.exit(f"This machine cannot serve on “{host}”. Leave HOST out, or set HOST=0.0.0.0")


def prepare():
    """Tables up to date, demo content there."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadernet.settings.dev")
    import django
    from django.core.management import call_command

    django.setup()
    print("Bringing the database up to date …", flush=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("demo", "--if-empty")
    call_command("rebuild_search", verbosity=0)


def die_with_parent():
    """Even a kill -9 leaves no orphan: Linux then ends this process too (prctl PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def start(*arguments):
    """One manage.py process in a group of its own, so that Ctrl-C reaches it through us alone."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "DJANGO_RUNSERVER_HIDE_WARNING": "true"},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=die_with_parent,
    )


def stop(process):
    """End the whole group, politely first."""
    for how, patience in ((signal.SIGTERM, 5), (signal.SIGKILL, 1)):
        try:
            os.killpg(process.pid, how)
            process.wait(patience)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def answers(host, port):
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def welcome(port):
    from django.core.management import call_command

    print(f"\nThe portal is at http://localhost:{port} , its admin at http://localhost:{port}/admin/")
    call_command("demo", "--logins")
    print("Ctrl-C stops it.", flush=True)


def main():
    host, port = address()
    die_with_parent()
    for sign in STOPS:  # as Ctrl-C does: Django's tasks let only a KeyboardInterrupt through
        signal.signal(sign, signal.default_int_handler)
    running = []
    try:
        prepare()
        server = start("runserver", f"{host}:{port}")
        running.append(server)
        running.append(start("tick", "--forever"))
        while server.poll() is None and not answers(host, port):
            time.sleep(0.2)
        if server.poll() is None:
            welcome(port)
        sys.exit(server.wait())
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
    finally:
        for sign in STOPS:
            signal.signal(sign, signal.SIG_IGN)
        for process in running:
            stop(process)


if __name__ == "__main__":
    main()
