"""The public profile of an organisation, below the directory: `page.py` shows it, apps add `sections.py` of theirs."""
