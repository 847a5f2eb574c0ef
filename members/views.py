from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members.forms import ProfileForm
from members.models import User


@never_cache
@login_required
def profile(request):
    """A person's own page: name, language, and the ways to log in."""
    # A copy: what did not pass the form must not show in the header of the same page.
    form = ProfileForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("members:profile")
    return render(request, "account/profile.html", {"form": form})
