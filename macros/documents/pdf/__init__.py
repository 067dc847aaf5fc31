"""Pages of the built site as tagged PDF (PDF/UA-1): read as blocks, told as data, and typeset by templates."""
