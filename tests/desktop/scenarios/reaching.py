"""Reaching everything without a mouse, and without eyes."""
ALL = []
