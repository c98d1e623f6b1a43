"""In which language an answer is given: the address says it, and nothing else."""

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

# The only address without a language that leads to a page in one.
DOOR = "/"


class LanguageOfTheAddress(LocaleMiddleware):
    """A page has the language that its address begins with; all else speaks English.

    What the browser asks for decides only where the door leads. No cookie is read or set.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Speak the language of the address for this request."""
        language = translation.get_language_from_path(request.path_info)
        if language is None and request.path_info == DOOR:
            language = translation.get_language_from_request(request)
        translation.activate(language or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()
