"""Organisations made before they knew their editors: by the names that their group and collection were given."""

from django.db import migrations
from django.utils import timezone

from core.transliteration import transliterate
from core.typography import sort_key


def link(apps, schema_editor):
    Organization = apps.get_model("members", "Organization")
    Affiliation = apps.get_model("members", "Affiliation")
    Group = apps.get_model("auth", "Group")
    Collection = apps.get_model("wagtailcore", "Collection")
    User = apps.get_model("members", "User")
    for organization in Organization.objects.filter(editors=None):
        organization.editors = Group.objects.filter(
            name=f"Редактори: {organization.name_bg}"[:150], organization=None
        ).first()
        organization.collection = Collection.objects.filter(
            name=organization.name_bg, depth=2, organization=None
        ).first()
        organization.first_published_at = organization.last_published_at = timezone.now()
        organization.sort_key = sort_key(organization.name_bg or "")[:200]
        organization.sort_key_en = sort_key(organization.name_en or transliterate(organization.name_bg or ""))[:200]
        organization.save()
        for person in User.objects.filter(groups=organization.editors) if organization.editors else ():
            Affiliation.objects.get_or_create(
                person=person,
                organization=organization,
                defaults={"role": "editor", "state": "active", "since": timezone.localdate()},
            )


class Migration(migrations.Migration):
    dependencies = [("members", "0003_organizations")]

    operations = [migrations.RunPython(link, migrations.RunPython.noop)]
