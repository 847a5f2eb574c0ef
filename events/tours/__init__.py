"""A forum that travels: the call for hosts, what local action groups offer, which territories have had it."""
