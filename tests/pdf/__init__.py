"""The PDFs: what is read of a page, what is made of it, and what another program finds in it."""
