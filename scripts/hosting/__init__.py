"""Make of a built site the folder a server publishes: names with checksums, a strict policy, compressed copies."""
