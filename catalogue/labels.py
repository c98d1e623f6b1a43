"""The public words for the codes that documents are written with, taken from the models."""

from functools import cache

from django.apps import apps


@cache
def labels(path: str) -> dict:
    """Code to label for a field with choices, named as `agreements.Act.type`."""
    model, _dot, field = path.rpartition(".")
    return dict(apps.get_model(model)._meta.get_field(field).flatchoices)
