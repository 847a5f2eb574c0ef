"""The directory of organisations: what a reader chooses, what is found and counted, as a list, on a map, as a file."""
