from django.db import migrations, models

from core.transliteration import transliterate
from core.typography import sort_key


def fill(apps, schema_editor):
    """Organisations made before they were sorted."""
    for organization in apps.get_model("members", "Organization").objects.all():
        organization.sort_key = sort_key(organization.name_bg or "")[:200]
        organization.sort_key_en = sort_key(organization.name_en or transliterate(organization.name_bg or ""))[:200]
        organization.save(update_fields=["sort_key", "sort_key_en"])


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0008_join_self_published"),
    ]

    operations = [
        migrations.AddField(
            model_name="organization",
            name="sort_key_en",
            field=models.CharField(db_index=True, default="", editable=False, max_length=200),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
