"""What needs attention in the content, counted once and shown on a page, in the terminal and as JSON."""
