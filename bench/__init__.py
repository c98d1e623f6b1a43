"""Measurements, `make bench`: speed as ratios in one run, and how well the search finds."""
