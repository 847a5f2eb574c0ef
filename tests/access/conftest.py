import pytest
from django.db import transaction

from tests.access.world import make_world


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Made once for all rows of a module; each test rolls back to it."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        transaction.get_connection().savepoint()
        yield make_world()
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)
