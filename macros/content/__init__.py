"""The engine room: reads, checks and renders content, and knows no single kind of it."""
