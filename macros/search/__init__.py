"""What the search knows of Norwegian: a lexicon, compounds, nynorsk and bokmål, and the editors' synonyms."""
