"""A picture made small enough to be sent: as JPEG, first less exact, then smaller."""

from io import BytesIO

from PIL import Image

QUALITIES = (88, 75, 60)
SMALLER = 0.7
SMALLEST = 200  # pixels across; nobody could read less
KNOWN = {"PNG": "png", "JPEG": "jpg"}


class TooLargeError(Exception):
    """No readable picture of it fits."""


def fitting(content: bytes, most: int) -> tuple[bytes, str]:
    """The picture in at most so many bytes, and the ending of its name. Takes its time.

    One that fits already, in a kind that is taken, is left as it is. TooLargeError, OSError and
    ValueError say that it is no picture that could be sent.
    """
    with Image.open(BytesIO(content)) as picture:
        if len(content) <= most and picture.format in KNOWN:
            return content, KNOWN[picture.format]
        shown = picture.convert("RGB")
    while shown.width >= SMALLEST:
        for quality in QUALITIES:
            written = BytesIO()
            shown.save(written, "JPEG", quality=quality, optimize=True)
            if written.tell() <= most:
                return written.getvalue(), "jpg"
        size = (max(1, int(shown.width * SMALLER)), max(1, int(shown.height * SMALLER)))
        shown = shown.resize(size)
    raise TooLargeError
