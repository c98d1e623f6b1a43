"""What all views of the API share: they only read, answer in JSON, and refuse by name."""

from rest_framework.exceptions import ValidationError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from catalogue.questions import BadQuestion

from .openapi import RegisterSchema


class AlwaysJson(BaseContentNegotiation):
    """JSON, whatever a reader says it accepts: there is nothing else to give."""

    def select_parser(self, request, parsers):
        """None: nothing is ever read from a body."""
        return None

    def select_renderer(self, request, renderers, format_suffix=None):
        """The one renderer."""
        return renderers[0], renderers[0].media_type


class ReadingViewSet(ViewSet):
    """A list and its details, for reading only.

    Subclasses say what they can be asked in `parameters(action)` and what they answer in
    `answers(action, schema)`, both for the description of the API.
    """

    http_method_names = ["get", "head", "options"]
    content_negotiation_class = AlwaysJson
    schema = RegisterSchema()

    def handle_exception(self, error):
        """A question that has no answer is refused with the parameter's name and a sentence."""
        if isinstance(error, BadQuestion):
            error = ValidationError({error.parameter: [str(error)]})
        response = super().handle_exception(error)
        if isinstance(error, ValidationError):
            return Response({"errors": response.data}, status=response.status_code)
        return response
