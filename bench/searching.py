"""The questions of `bench.search`, put to the program; imported once a database is named."""

import time
from functools import cached_property
from unittest import mock

from django.core.management import call_command
from django.http import HttpResponse
from django.test import RequestFactory

from catalogue.freshness import key_of
from catalogue.search import asking
from catalogue.search.asking import Question
from catalogue.search.following import follower
from catalogue.search.question import terms_in
from catalogue.views import search
from catalogue.views.agreements import agreements
from catalogue.views.search import KNOWN
from register.models import Head

ADDRESS = "/en/agreements/?q=cooperation"
PAGE = 25


def _request():
    return RequestFactory(SERVER_NAME="localhost").get(ADDRESS)


class Searching:
    """An index of the made-up register, and ways to ask it."""

    def __init__(self, on):
        call_command("collectstatic", interactive=False, verbosity=0)
        self.on, self.head = on, Head.newest()
        start = time.perf_counter()
        self.records = follower().rebuild(self.head)
        self.seconds = time.perf_counter() - start
        self.index = follower().index(self.head)

    def ways(self, typed, chosen, offset, forget):
        """To ask as the page asks, its facets alone, and the engine for that page of results."""
        values = (("kind", ("agreement",)), *chosen.items())
        question = Question(terms_in(typed), values, self.on)
        query = asking._query(self.index, question)

        def ask():
            if forget:
                self.index.kept.clear()
            return asking.ask(self.index, question, offset, PAGE)

        def facets():
            return asking.counts(self.index, question)

        def bare():
            return self.index.searcher.search(query, PAGE, True, None, offset)

        return ask, facets, bare

    def page(self):
        """The whole page."""
        response = agreements(_request())
        assert response.status_code == 200
        return response

    def render(self):
        """The rendering of that page alone, of all that its view found out."""
        return search.render_page(*self.rendered)

    @cached_property
    def rendered(self):
        """What the view hands over to be rendered."""
        with mock.patch.object(search, "render_page", return_value=HttpResponse()) as render_page:
            self.page()
        return render_page.call_args.args

    def unchanged(self):
        """The page, asked for by somebody who has it."""
        request = _request()
        request.META["HTTP_IF_NONE_MATCH"] = self.page_key
        response = agreements(request)
        assert response.status_code == 304
        return response

    @cached_property
    def page_key(self):
        """The entity tag of the page, as its reader has kept it."""
        known = ("recorded", *KNOWN)
        return key_of(_request(), self.head, known)
