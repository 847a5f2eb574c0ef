from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.urls import path

from core import cache


def live(request):
    """The process answers."""
    return JsonResponse({"live": True})


def ready(request):
    """Database, cache and migrations; says only yes or no, never what or where."""
    checks = {"database": _database, "cache": cache.answers, "migrations": _migrations}
    found = {name: _holds(check) for name, check in checks.items()}
    return JsonResponse(found, status=200 if found["database"] and found["migrations"] else 503)


def _holds(check) -> bool:
    try:
        return check()
    except Exception:  # whatever is wrong, the answer is "no"
        return False


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _migrations() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


urlpatterns = [path("live", live), path("ready", ready)]
