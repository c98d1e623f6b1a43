"""The questions of `bench.search`, put to the program; imported once a database is named."""

import time

from django.core.management import call_command
from django.test import RequestFactory

from catalogue.freshness import key_of
from catalogue.search import asking
from catalogue.search.asking import Question
from catalogue.search.following import follower
from catalogue.search.question import terms_in
from catalogue.searching import find
from catalogue.vantage import vantage_asked
from catalogue.views.agreements import agreements
from catalogue.views.search import KNOWN
from register.models import Head

ADDRESS = "/en/agreements/?q=cooperation"
PAGE = 25


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
        """To ask as the page asks, and the engine alone for the same page of results."""
        values = (("kind", ("agreement",)), *chosen.items())
        question = Question(terms_in(typed), values, self.on)
        query = asking._query(self.index, question)

        def ask():
            if forget:
                self.index.kept.clear()
            return asking.ask(self.index, question, offset, PAGE)

        def bare():
            return self.index.searcher.search(query, PAGE, True, None, offset)

        return ask, bare

    def find(self):
        """What the view of a page of results finds out before it renders."""
        request = RequestFactory().get(ADDRESS)
        return find(vantage_asked(request.GET, self.head, KNOWN), "agreement")

    def page(self):
        """The whole page."""
        response = agreements(RequestFactory().get(ADDRESS))
        assert response.status_code == 200
        return response

    def unchanged(self):
        """The page, asked for by somebody who has it."""
        request = RequestFactory().get(ADDRESS)
        request.META["HTTP_IF_NONE_MATCH"] = self.page_key
        response = agreements(request)
        assert response.status_code == 304
        return response

    @property
    def page_key(self):
        """The entity tag of the page."""
        known = ("recorded", *KNOWN)
        return key_of(RequestFactory().get(ADDRESS), self.head, known)
