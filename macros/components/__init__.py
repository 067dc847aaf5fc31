"""One module a kind of content: its model and its macros."""
