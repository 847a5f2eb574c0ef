"""Programs that look into files run in the process of the tests: starting one takes longer than what it does. Tests of
the reading itself start them as a server does (`tests/resources/test_reading.py`)."""

import runpy
import sys
from unittest import mock

from resources.reading import apart


def here(command: list[str], seconds: float) -> None:
    """Without its limits: they would be those of the tests."""
    with mock.patch.object(sys, "argv", command[1:]), mock.patch("resource.setrlimit"):
        try:
            runpy.run_path(command[1], run_name="__main__")
        except Exception as error:
            raise apart.Unreadable(str(error)) from error
