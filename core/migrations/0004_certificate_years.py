from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0003_attachments_and_audits'),
    ]

    operations = [
        migrations.CreateModel(
            name='CertificateYear',
            fields=[
                ('year', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('last', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'year of certificates',
                'verbose_name_plural': 'years of certificates',
            },
        ),
    ]
