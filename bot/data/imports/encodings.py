"""Bytes of a text file as words: Unicode, Windows-1258, and a kind no to the fonts of old."""

import codecs
import re
import unicodedata

from handlers.imports.outcome import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters of TCVN3 (.VnTime) read as Western ones, “Sè ®Õn”: signs in the middle of words.
_SIGNS = re.compile(r"[®©¬µ¶·¸¹»¼½¾¨ªÆ§¡¢£¤¥¦]\w|\w[®©¬µ¶·¸¹»¼½¾¨ªÆ¢£¤¥¦]")
# Of VNI, “Soá ñeán”: letters that no Vietnamese word has.
_FOREIGN = re.compile(r"[äåûïëöøñ]\w|\w[äåûïëöøñ]")
# Letters that only Unicode has, and no Vietnamese text goes without for long.
_OF_UNICODE = re.compile("[\u1ea0-\u1ef9đĐơƠưƯ]")
_ENOUGH = 3  # such letters in a sheet are no accident


def text_of(content: bytes) -> str:
    """The text, composed (NFC). UnreadableError for what is no text, or typed in an old font."""
    text = unicodedata.normalize("NFC", _decoded(content))
    if "\0" in text:
        raise UnreadableError("import-not-a-table")
    return text


def looks_typed_in_an_old_font(text: str) -> bool:
    """Typed in TCVN3 or VNI: to read it as Unicode would give other words."""
    if len(_SIGNS.findall(text)) >= _ENOUGH:
        return True
    return len(_FOREIGN.findall(text)) >= _ENOUGH and not _OF_UNICODE.search(text)


def _decoded(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strictly(content, encoding)
    if content[1:2] == b"\0" or content[:1] == b"\0":
        return _strictly(content, "utf-16-le" if content[1:2] == b"\0" else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    western = content.decode("latin-1")
    if looks_typed_in_an_old_font(western) and not _is_cp1258(content):
        raise UnreadableError("import-old-font")
    return _strictly(content, "cp1258")


def _is_cp1258(content: bytes) -> bool:
    """Tone marks of their own stand behind vowels only, as Windows-1258 has them."""
    try:
        text = content.decode("cp1258")
    except UnicodeDecodeError:
        return False
    marks = [at for at, letter in enumerate(text) if unicodedata.combining(letter)]
    on_vowels = [at for at in marks if text[at - 1 : at].lower() in set("aăâeêioôơuưy")]
    return bool(marks) and len(on_vowels) == len(marks)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise UnreadableError("import-encoding") from wrong
