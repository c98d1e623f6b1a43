"""The curators' side as a site: its address, its policy for scripts, what it may be asked for."""

from csp.decorators import csp_replace
from django.contrib.admin.apps import AdminConfig
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.utils.decorators import method_decorator
from unfold.sites import UnfoldAdminSite

# The theme evaluates its expressions and sets inline styles; nothing comes from a foreign host.
RELAXED = {
    "script-src": ["'self'", "'unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
}

LONGEST_TERM = 200


class CuratorsAdminConfig(AdminConfig):
    """Django's admin with the curators' site as its default."""

    default = False
    default_site = "register.site.CuratorsSite"


class ReferableJsonView(AutocompleteJsonView):
    """Offers what the account may refer to: what it sees, and what is public."""

    def get_queryset(self):
        """The records offered, narrowed by the field's own limits and the words typed.

        Units and accounts are not referred to, so none is offered.
        """
        if not hasattr(self.model_admin, "referable"):
            return self.model_admin.model.objects.none()
        records = self.model_admin.referable(self.request)
        records = records.complex_filter(self.source_field.get_limit_choices_to())
        return self.model_admin.search(self.request, records, _words_of(self.term))

    def serialize_result(self, obj, to_field_name):
        """The record as one line of the list."""
        return {"id": str(getattr(obj, to_field_name)), "text": self.model_admin.called(obj)}


def _words_of(term):
    """What was typed, without the character that no database stores, and of a bounded length."""
    return term.replace("\0", "")[:LONGEST_TERM]


class CuratorsSite(UnfoldAdminSite):
    """The admin of the register."""

    def admin_view(self, view, cacheable=False):
        """Every page of the admin under the policy that its theme needs."""
        return csp_replace(RELAXED)(super().admin_view(view, cacheable))

    @method_decorator(csp_replace(RELAXED))
    def login(self, request, extra_context=None):
        """The page for signing in, under the same policy."""
        return super().login(request, extra_context)

    def autocomplete_view(self, request):
        """What a reference may point at, as JSON."""
        return ReferableJsonView.as_view(admin_site=self)(request)
