"""Every address of the API, version 1."""

from django.urls import path, re_path

from catalogue import converters  # noqa: F401  the addresses below are written with them

from . import between, coverage, dates, description, log, records
from .root import nowhere, root

READ = {"get": "retrieve"}
LIST = {"get": "list"}

# Each kind's list stands under its plural, each record below it under its key.
RECORDS = (
    records.Agreements,
    records.States,
    records.Organizations,
    records.Projects,
    records.Laws,
    records.Sources,
    records.Subjects,
    records.Codes,
    records.Checks,
)

urlpatterns = [
    path("", root, name="api-root"),
    path("schema/", description.schema, name="api-schema"),
    path("docs/", description.docs, name="api-docs"),
    path("schemas/<str:kind>-<int:number>.json", description.document_schema, name="api-documents"),
    path("between/<key:one>/<key:other>/", between.Between.as_view(LIST), name="api-between"),
    path("coverage/", coverage.Matrix.as_view(LIST), name="api-coverage"),
    path("dates/", dates.Dates.as_view(LIST), name="api-dates"),
    path("entries/", log.Entries.as_view(LIST), name="api-entries"),
    path("entries/<int:number>/", log.Entries.as_view(READ), name="api-entry"),
]
for each in RECORDS:
    urlpatterns += [
        path(f"{each.plural()}/", each.as_view(LIST), name=f"api-{each.plural()}"),
        path(f"{each.plural()}/<key:key>/", each.as_view(READ), name=f"api-{each.kind}"),
    ]
urlpatterns.append(re_path("", nowhere))
