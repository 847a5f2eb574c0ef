"""Documents of Office as PDF, by LibreOffice where it is installed; where it is not, the page says so."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from resources.reading.apart import Unreadable, run

SECONDS = 120
WITHIN = f'ulimit -t {SECONDS}; ulimit -v {4 * 1024**2}; exec "$@"'
"""Of the processor, and kilobytes of memory."""
AS_MANY_PAGES = {
    **dict.fromkeys(("pptx", "odp"), 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'),
    **dict.fromkeys(("xlsx", "ods"), 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}'),
}
"""A page for each slide and sheet, so that a picture stands beside the words of the same one."""
SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
)
PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + SETTING.format("BlockUntrustedRefererLinks", "true")
    + SETTING.format("DisableMacrosExecution", "true")
    + "</oor:items>"
)
"""A document fetches nothing, neither from the network of the server nor from its disk, and runs nothing."""


def program() -> str | None:
    return shutil.which(settings.OFFICE_PROGRAM)


def as_pdf(file: Path, folder: Path) -> Path | None:
    """None where it is not installed, or did not manage. Each time with a profile of its own: two at once would wait
    for each other, and nothing that a document changes stays."""
    office = program()
    if office is None:
        return None
    with TemporaryDirectory() as profile:
        user = Path(profile, "user")
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        command = [
            *("/bin/sh", "-c", WITHIN, "sh", office, "--headless", "--norestore", "--nologo"),
            *(f"-env:UserInstallation=file://{profile}", "--convert-to", AS_MANY_PAGES.get(file.suffix[1:], "pdf")),
            *("--outdir", str(folder), str(file)),
        ]
        try:
            run(command, SECONDS)
        except Unreadable:
            return None
    made = folder / f"{file.stem}.pdf"
    return made if made.is_file() else None
