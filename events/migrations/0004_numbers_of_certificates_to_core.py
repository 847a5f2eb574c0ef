from django.db import migrations


def take_along(apps, schema_editor):
    """The last number of each year goes on where all certificates get theirs."""
    counters = apps.get_model("core", "CertificateYear").objects
    for row in apps.get_model("events", "CertificateYear").objects.all():
        counters.update_or_create(year=row.year, defaults={"last": row.last})


def bring_back(apps, schema_editor):
    counters = apps.get_model("events", "CertificateYear").objects
    for row in apps.get_model("core", "CertificateYear").objects.all():
        counters.update_or_create(year=row.year, defaults={"last": row.last})


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0004_certificate_years'),
        ('events', '0003_tours'),
    ]

    operations = [
        migrations.RunPython(take_along, bring_back),
        migrations.DeleteModel(name='CertificateYear'),
    ]
