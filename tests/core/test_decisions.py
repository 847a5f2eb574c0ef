"""An officer who presses „Одобри“ gets no error page, whatever the browser sends besides."""

import pytest
from django.urls import reverse

from news.models import NewsPage
from tests.factories.news import make_news

DECISION = {"action-workflow-action": "true", "workflow-action-name": "approve"}


@pytest.fixture
def waiting(newsroom, editor):
    page = make_news(parent=newsroom, live=False)
    page.get_workflow().start(page, editor)
    return NewsPage.objects.get(pk=page.pk)


def press(client, page, **headers):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), DECISION, headers=headers)


def test_autosave_does_not_decide(client, officer, waiting):
    client.force_login(officer)
    answer = press(client, waiting, accept="application/json")
    assert answer["Content-Type"] == "application/json"
    assert NewsPage.objects.get(pk=waiting.pk).workflow_in_progress


def test_the_second_press_leads_on(client, officer, waiting):
    client.force_login(officer)
    waiting.current_workflow_task.on_action(waiting.current_workflow_task_state, officer, "approve")
    answer = press(client, waiting, accept="text/html")
    assert answer.status_code == 302
    assert NewsPage.objects.get(pk=waiting.pk).live
