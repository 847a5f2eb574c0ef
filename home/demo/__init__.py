"""Sample content: texts in `texts/`, pictures in `pictures/`, and what loads them (`manage.py demo`)."""
