from django.db import migrations

from search.store import store


def tune(apps, schema_editor):
    store(schema_editor.connection.vendor).tune(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("search", "0003_by_the_index_alone")]
    operations = [migrations.RunPython(tune, migrations.RunPython.noop)]
