"""What is shown from several kinds of content at once; a view has macros, but no entries of its own."""
