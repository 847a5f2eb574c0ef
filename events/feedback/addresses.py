from django.urls import reverse


def opinion_address(token) -> str:
    return reverse("opinions:say", args=[token])
