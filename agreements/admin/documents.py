"""Files of an agreement: taken in under their digest, shown to curators before they are public."""

import mimetypes
from pathlib import PurePath

from django import forms
from django.conf import settings
from django.http import FileResponse, Http404
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget

from register import files
from register.admin.rows import RowForm, RowInline, row_title

from ..models import Document

# What a file of each accepted type begins with; None where anything may stand at the beginning.
BEGINNINGS = {
    "application/pdf": b"%PDF-",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": b"PK\x03\x04",
    "application/vnd.oasis.opendocument.text": b"PK\x03\x04",
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/tiff": (b"II*\x00", b"MM\x00*"),
    "text/plain": None,
}
ACCEPTED = ".pdf, .docx, .odt, .jpg, .png, .tif, .txt"


class DocumentForm(RowForm):
    """The form of a document, with the file to be kept."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ACCEPTED}),
        help_text=_(
            "A PDF, a Word or OpenDocument text, an image (JPEG, PNG, TIFF) or plain text. It is "
            "kept under its digest and shown to the public once a published text names it."
        ),
    )

    def clean_file(self):
        """The file, if it is of an accepted type and size and holds what its name says."""
        file = self.cleaned_data["file"]
        if not file:
            return file
        if file.size > settings.BITIM_MAX_FILE_MB << 20:
            sentence = _("The file is larger than %(limit)d MB.")
            raise forms.ValidationError(sentence % {"limit": settings.BITIM_MAX_FILE_MB})
        self.media_type = _media_type(file)
        return file

    def clean(self):
        """A document is a file or an address."""
        cleaned = super().clean()
        has_file = cleaned.get("file") or self.instance.sha256
        if "file" not in self.errors and not has_file and not cleaned.get("address"):
            self.add_error("file", _("Choose a file, or say where the text is found on the web."))
        return cleaned

    def save(self, commit=True):
        """Keep the file, and what can be told from it, with the row."""
        file = self.cleaned_data["file"]
        if file:
            file.seek(0)
            self.instance.sha256 = files.store(file)
            self.instance.size, self.instance.media_type = file.size, self.media_type
        return super().save(commit)


class DocumentInline(RowInline):
    """The texts of an agreement."""

    model = Document
    form = DocumentForm
    fields = (
        ("type", "language"),
        "title",
        "file",
        "sha256",
        ("media_type", "size"),
        ("address", "retrieved_on"),
        "text",
    )
    readonly_fields = ("sha256", "media_type", "size")

    def title_of(self, row):
        """What the document is."""
        return row_title(row, row.get_type_display(), row.language, row.title)


def file_of(agreement, digest):
    """The file that a document of the working copy names, to be saved by whoever may see that."""
    document = agreement.documents.exclude(sha256="").filter(sha256=digest).first()
    if document is None or not files.is_stored(digest):
        raise Http404
    suffix = mimetypes.guess_extension(document.media_type) or ""
    return FileResponse(
        files.path_of(digest).open("rb"),
        as_attachment=True,
        filename=f"{agreement.key}-{document.ref}{suffix}",
        content_type="application/octet-stream",
    )


def _media_type(file):
    """The type that the name promises; refused unless it is accepted and the content agrees."""
    media_type, _encoding = mimetypes.guess_type(PurePath(file.name).name)
    if media_type not in BEGINNINGS:
        raise forms.ValidationError(
            _("Files of this type are not kept. Accepted: %(types)s.") % {"types": ACCEPTED}
        )
    expected = BEGINNINGS[media_type]
    file.seek(0)
    start = file.read(1024)
    if (expected and not start.startswith(expected)) or (not expected and b"\0" in start):
        raise forms.ValidationError(_("The content of the file is not what its name says."))
    return media_type
