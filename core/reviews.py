"""What happens at the end of a review (setting WAGTAIL_FINISH_WORKFLOW_ACTION)."""


def publish_what_was_approved(workflow_state, user=None) -> None:
    """Who may approve is asked by the step of the review; a reviewer needs no right to publish besides."""
    revision = workflow_state.content_object.get_latest_revision()
    revision.publish(user=user, skip_permission_checks=True)
