"""Joins the adapters to the core: the one place that knows both sides, by what is started."""
