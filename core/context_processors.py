from core.frame import Frame


def frame(request):
    """What the page around the page needs; looked up only when a template asks."""
    return {"frame": Frame(request)}
