"""Every address of the installation."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from catalogue.views import doorstep, errors

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="home")),
    path("favicon.ico", doorstep.favicon),
    path("robots.txt", doorstep.robots),
    path("sitemap.xml", doorstep.sitemap_index, name="sitemaps"),
    path("sitemap-<section>.xml", doorstep.sitemap, name="sitemap"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("catalogue.api.urls")),
    *i18n_patterns(path("", include("catalogue.urls"))),
]
handler404 = errors.not_found
