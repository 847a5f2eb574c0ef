"""What stands on the front page."""

from datetime import timedelta

from django.utils import timezone

from tests.factories.news import make_news


def test_the_office_puts_on_top_what_it_wants_and_for_as_long_as_it_wants(client, homes):
    now, hour = timezone.now(), timedelta(hours=1)
    newest = make_news("Най-новата")
    long_ago = make_news("Отдавна", days_ago=400, featured_from=now - hour, featured_until=now + hour)
    longer_ago = make_news("По-отдавна", days_ago=500, featured_from=now - 2 * hour)
    make_news("Свършила", days_ago=1, featured_from=now - 2 * hour, featured_until=now - hour)
    make_news("Предстояща", days_ago=2, featured_from=now + hour)

    def first(client):
        html = client.get("/").content.decode()
        return min(
            (page for page in (newest, long_ago, longer_ago) if page.url in html), key=lambda p: html.find(p.url)
        )

    assert first(client) == long_ago, "what was put on top last, though others are newer"
    long_ago.featured_until = now - timedelta(minutes=1)
    long_ago.save_revision().publish()
    assert first(client) == longer_ago
    longer_ago.unpublish()
    assert first(client) == newest
