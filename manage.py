#!/usr/bin/env python
"""Run a management command; `site/` is a source root, see docs/decisions/0001."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    root = Path(__file__).resolve().parent
    sys.path[:0] = [str(root), str(root / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadernet.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
