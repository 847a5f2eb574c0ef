from django.db import migrations

from search.store import store


def tune(apps, schema_editor):
    store(schema_editor.connection.vendor).tune(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_an_index_of_its_own")]
    operations = [migrations.RunPython(tune, migrations.RunPython.noop)]
