"""Thin commands for editors and developers."""
