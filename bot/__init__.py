"""Jourfix: a chat coach for employees who post about their work."""
