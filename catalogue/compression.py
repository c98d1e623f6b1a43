"""Which answers travel compressed."""

import re

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.urls import reverse

# What is text; pictures, workbooks and scanned pages are compressed as they lie.
COMPRESSED = re.compile(r"text/|application/([\w.-]+\+)?(json|xml)\b")


class CompressedPages(GZipMiddleware):
    """Public text travels compressed, the pages of the curators' desk do not.

    The length of a compressed answer betrays what in it repeats what a stranger put into its
    address (BREACH). The public pages know no reader and so have nothing to betray; the desk
    shows drafts. A proxy in front need not compress, and should leave the desk alone too.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Compress the answer where its kind and its address allow it."""
        is_text = COMPRESSED.match(response.get("Content-Type", ""))
        if not is_text or request.path_info.startswith(reverse("admin:index")):
            return response
        return super().process_response(request, response)
