from allauth.account.models import EmailAddress
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import Signal, receiver
from wagtail.signals import published
from wagtail.users.models import UserProfile

from core.stored import takes_file_along
from members import consents
from members.directory.queries import kept
from members.models import Organization, PartnerOffer, Theme, User
from members.self_published import note

# Sent by members.admission.admit inside its transaction with `organization` and `group` (its editors): other apps
# provide what an organisation has with them. It may come again for the same organisation.
organization_admitted = Signal()

# Sent with `organization` and `was` (its values before, by their names) when one of these changed on the live record.
organization_changed = Signal()
WATCHED = ["name_bg", "name_en", "slug", "status", "may_publish", "reviewer_id"]

# Sent by members.affiliations.leave inside its transaction with `organization` and `person`: other apps let go what
# the person held there, such as locks.
organization_left = Signal()

# Sent by members.erasure.erase inside its transaction with `person` and `addresses`, before both are gone: other apps
# forget what names the person.
person_erased = Signal()


@receiver(post_save, sender=EmailAddress)
def give_back_consents(sender, instance, **kwargs):
    if instance.verified:
        consents.claim(instance.user, instance.email)


for model in (Organization, Theme):
    post_save.connect(kept.forget, sender=model)
    post_delete.connect(kept.forget, sender=model)
for field in (Organization.provinces, Organization.themes):
    m2m_changed.connect(kept.forget, sender=field.through)


takes_file_along(UserProfile, "avatar")


@receiver(post_save, sender=User)
def pass_language_on(sender, instance, update_fields=None, **kwargs):
    """Wagtail writes its letters in a language that it keeps in a profile of its own; ours decides."""
    if update_fields is None or {"language", "letter_language"} & set(update_fields):
        profile = {"preferred_language": instance.language_of_letters}
        UserProfile.objects.update_or_create(user=instance, defaults=profile)


@receiver(pre_save, sender=UserProfile)
def take_language_over(sender, instance, **kwargs):
    person = User.objects.only("language", "letter_language").get(pk=instance.user_id)
    instance.preferred_language = person.language_of_letters


@receiver(pre_save, sender=Organization)
def remember_what_was(sender, instance, update_fields=None, **kwargs):
    columns = {Organization._meta.get_field(name).name for name in WATCHED}
    watched = update_fields is None or columns & set(update_fields)
    instance.was = Organization.objects.filter(pk=instance.pk).values(*WATCHED).first() if watched else None


@receiver(post_save, sender=Organization)
def tell_what_changed(sender, instance, created, **kwargs):
    was = instance.was
    if was and any(was[name] != getattr(instance, name) for name in WATCHED):
        organization_changed.send(sender=Organization, organization=instance, was=was)


@receiver(published, sender=Organization)
@receiver(published, sender=PartnerOffer)
def note_what_nobody_reviewed(sender, instance, revision=None, **kwargs):
    note(instance, instance if sender is Organization else instance.organization, revision)


@receiver(authenticator_added)
def count_as_used(sender, request, user, authenticator, **kwargs):
    """Who just set up a second factor has shown it: not asked again at the door of the admin."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        post_authentication(request, authenticator)


@receiver(user_logged_in)
def still_here(sender, user, **kwargs):
    """Whoever logs in is no longer warned of closing."""
    if user.warned_at:
        User.objects.filter(pk=user.pk).update(warned_at=None)
