"""The addresses of the public pages, below the prefix of their language."""

from django.urls import path

from catalogue import converters  # noqa: F401  the addresses below are written with them
from catalogue.cite_formats import FORMATS
from catalogue.views import (
    agreements,
    alerts,
    between,
    brief,
    calendars,
    citing,
    coming,
    coverage,
    feeds,
    files,
    gaps,
    home,
    laws,
    log,
    organizations,
    projects,
    reports,
    search,
    sources,
    states,
    subjects,
)

# The kinds of record that are cited, with the folder of their pages.
CITED = {
    "agreement": "agreements",
    "law": "laws",
    "organization": "organizations",
    "project": "projects",
    "state": "states",
    "subject": "subjects",
}

# The address of one record has the name of its kind: see catalogue.names.address_of.
urlpatterns = [
    path("", home.home, name="home"),
    path("agreements/", agreements.agreements, name="agreements"),
    path("agreements.csv", search.download, {"form": "csv"}, name="agreements-csv"),
    path("agreements.xlsx", search.download, {"form": "xlsx"}, name="agreements-xlsx"),
    path("agreements.json", search.download, {"form": "json"}, name="agreements-json"),
    path("agreements/<key:key>/", agreements.agreement, name="agreement"),
    path(
        "agreements/<key:key>/calendar.ics",
        calendars.calendar_of_agreement,
        name="agreement-calendar",
    ),
    path("agreements/<key:key>/files/<digest:digest>/", files.file, name="file"),
    path("search/", search.search, name="search"),
    path("coming/", coming.coming, name="coming"),
    path("calendar.ics", calendars.calendar, name="calendar"),
    path("calendar/<key:key>.ics", calendars.calendar_of_actor, name="calendar-of"),
    path("alerts/", alerts.alerts, name="alerts"),
    path("alerts/confirm/<str:token>/", alerts.confirming, name="alert-confirm"),
    path("alerts/leave/<str:token>/", alerts.leaving, name="alert-leave"),
    path("report/", reports.report, name="report"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage.csv", coverage.coverage_file, name="coverage-file"),
    path("gaps/", gaps.gaps, name="gaps"),
    path("between/", between.choose, name="choose-two"),
    path("between/<key:one>/<key:other>/", between.between, name="between"),
    path("states/", states.states, name="states"),
    path("states/<key:key>/", states.state, name="state"),
    path("states/<key:key>/brief/", brief.brief, name="brief"),
    path("organizations/", organizations.organizations, name="organizations"),
    path("organizations/<key:key>/", organizations.organization, name="organization"),
    path("projects/", projects.projects, name="projects"),
    path("projects/<key:key>/", projects.project, name="project"),
    path("laws/", laws.laws, name="laws"),
    path("laws/<key:key>/", laws.law, name="law"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<key:key>/", sources.source, name="source"),
    path("subjects/", subjects.subjects, name="subjects"),
    path("subjects/<key:key>/", subjects.subject, name="subject"),
    path("checks/<key:key>/", subjects.check, name="check"),
    path("codes/<key:key>/", sources.code_list, name="code_list"),
    path("log/", log.log, name="log"),
    path("log/<int:number>/", log.entry, name="entry"),
    path("about/", home.about, name="about"),
    path("feed.atom", feeds.feed, name="feed"),
    path("feeds/<key:key>.atom", feeds.feed_about, name="feed-about"),
    path("agreements.atom", feeds.feed_of_list, name="agreements-feed"),
]
for kind, plural in CITED.items():
    urlpatterns += [
        path(
            f"{plural}/<key:key>/cite.{form}",
            citing.cite,
            {"kind": kind, "form": form},
            name=f"{kind}-{form}",
        )
        for form in FORMATS
    ]
