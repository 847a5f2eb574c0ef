"""Tasks in tests run at once; those that keep an index of everything only where a test says that it reads one."""

from django_tasks.backends.immediate import ImmediateBackend

KEEPS_AN_INDEX = {
    "modelsearch.tasks.insert_or_update_object_task",
    "wagtail.tasks.update_reference_index_task",
}


class AtOnce(ImmediateBackend):
    """A sixth of the time of the suite went into indexes that nobody looked into: see the marker `indexed`."""

    keeps_indexes = True

    def _execute_task(self, task_result):
        if self.keeps_indexes or task_result.task.module_path not in KEEPS_AN_INDEX:
            super()._execute_task(task_result)
