from django import template

from members import devices

register = template.Library()


@register.filter
def device(user_agent):
    """Say which browser and machine this is."""
    return devices.device(user_agent)
