"""Measurements of speed: ratios in one run, `make bench`."""
