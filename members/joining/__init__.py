"""How an organisation joins: the steps of its application, sending, talking, approval."""
