"""What machines read: data about pages, feeds, maps, plain text and tables, all made from the same content."""
