from django.http import Http404


def write(request, role):
    raise Http404


def sent(request, role):
    raise Http404
