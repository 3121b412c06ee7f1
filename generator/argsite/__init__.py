"""Argsite."""
