"""Demo content: its texts (TOML) and pictures."""
