"""The register of settlements (ЕКАТТЕ) of the National Statistical Institute: reading its files, taking them in."""
