"""Words that a keyboard left half-written: Telex (“hoom nay”) and VNI (“ho6m nay”) key by key.

What comes out is taken only where it is a Vietnamese syllable; in an English message nothing is.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from handlers.understanding.language import ENGLISH, language_of
from handlers.understanding.wording import folded_words

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HOOKS = {"a": "ă", "o": "ơ", "u": "ư"}

_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_VOWELS = (
    "oai|oao|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|uyê|uya|uyu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi"
    "|ôi|ơi|ua|uâ|ui|uê|uô|uơ|uy|ưa|ưi|ưu|ươ|yê|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(rf"(?P<onset>{_ONSET})(?P<vowels>{_VOWELS})(?P<coda>ch|ng|nh|[cmnpt])?")
_TELEX_WORD = re.compile(r"(?<![\w/.-])[a-zA-Z]{2,8}(?![\w/]|-\w|\.\w)")
_VNI_WORD = re.compile(r"(?<![\w/.-])(?=[a-zA-Z\d]{3,9}(?![\w/]|-\w|\.\w))[a-zA-Z]+\d[a-zA-Z\d]*")
_STRONG = re.compile(r"dd|w|aa|ee|oo|.+[fj]$|..+[fj]|...+[srx]$")
# English that would make a syllable, and Vietnamese that a number may follow: “phong2”
_ENGLISH = folded_words(
    "as is us of or if his max box tax bus gas six fix mix was has see too soon been seen noon moon"
    " room teen bee fee tee zoo boo door poor her for per car far star our your hour sir over under"
    " user after order paper water later number letter office centre center mrs dr mr sms hr pr"
    " new now how know who law raw few view show low tomorrow window week two twelve would news"
)
_NUMBERED = folded_words(
    "phòng số quý tháng ngày tổ lớp khóa tầng quận khu lô tuần lần mục bài nhóm"
)


@dataclass(frozen=True)
class Mended:
    """The words as they were meant, and for each character its place in the words as typed."""

    words: str
    origins: tuple[int, ...]

    def place(self, at: int) -> int:
        """Where in the words as typed this character stands; the end for the end."""
        return self.origins[at] if at < len(self.origins) else self.end

    @property
    def end(self) -> int:
        """The length of the words as typed."""
        return self.origins[-1] + 1 if self.origins else 0


def mended(tidied: str) -> Mended:
    """Tidied words in which half-written syllables are written out. Twice changes nothing more."""
    syllables = _syllables(tidied)
    if not any(one.is_sure for one in syllables) or language_of(tidied) == ENGLISH:
        return Mended(words=tidied, origins=tuple(range(len(tidied))))
    words, origins, after = "", list[int](), 0
    for one in syllables:
        words += tidied[after : one.start] + one.meant
        origins += range(after, one.start)
        origins += [min(one.start + at, one.end - 1) for at in range(len(one.meant))]
        after = one.end
    origins += range(after, len(tidied))
    return Mended(words=words + tidied[after:], origins=tuple(origins))


@dataclass(frozen=True)
class _Syllable:
    start: int
    end: int
    meant: str
    is_sure: bool  # nothing else is spelt so; the others are taken only beside one that is


def _syllables(tidied: str) -> list[_Syllable]:
    return sorted((*_telex(tidied), *_vni(tidied)), key=lambda one: one.start)


def _telex(tidied: str) -> Iterator[_Syllable]:
    for match in _TELEX_WORD.finditer(tidied):
        typed = match[0].lower()
        if typed in _ENGLISH or _SYLLABLE.fullmatch(typed):
            continue
        meant = _pressed(typed)
        if meant and meant != typed:
            yield _found(match, meant, is_sure=_STRONG.match(typed) is not None)


def _vni(tidied: str) -> Iterator[_Syllable]:
    for match in _VNI_WORD.finditer(tidied):
        typed = match[0].lower()
        meant = _numbered(typed)
        if meant and typed.rstrip("0123456789") not in _NUMBERED:
            yield _found(match, meant, is_sure=True)


def _found(match: re.Match[str], meant: str, *, is_sure: bool) -> _Syllable:
    shown = meant.upper() if match[0].isupper() else meant
    shown = meant.capitalize() if match[0].istitle() else shown
    return _Syllable(match.start(), match.end(), shown, is_sure)


def _pressed(typed: str) -> str | None:
    """What Telex would have made of these keys; None if it is no syllable."""
    letters: list[str] = []
    tone = ""
    for key in typed:
        if key in _TELEX_TONES and _has_vowel(letters):
            if tone:
                return None
            tone = _TELEX_TONES[key]
        elif key == "d" and letters[:1] == ["d"]:
            letters[0] = "đ"
        elif key in _HATS and key in letters:
            at = len(letters) - 1 - letters[::-1].index(key)
            letters[at] = _HATS[key]
        elif key == "w":
            _hook(letters)
        else:
            letters.append(key)
    return _syllable(letters, tone)


def _numbered(typed: str) -> str | None:
    """What VNI would have made of these keys; None if it is no syllable."""
    letters: list[str] = []
    tone = ""
    for key in typed:
        if key in _VNI_TONES and _has_vowel(letters) and not tone:
            tone = _VNI_TONES[key]
        elif key == "6" and (hats := [at for at, one in enumerate(letters) if one in _HATS]):
            letters[hats[-1]] = _HATS[letters[hats[-1]]]
        elif key in "78" and any(one in _HOOKS for one in letters):
            _hook(letters)
        elif key == "9" and letters[:1] == ["d"]:
            letters[0] = "đ"
        elif key.isdigit():
            return None
        else:
            letters.append(key)
    return _syllable(letters, tone)


def _hook(letters: list[str]) -> None:
    """“ươ” gets both its hooks with one key; a hook alone is “ư”."""
    if letters[-2:] in (["u", "o"], ["ư", "o"]):
        letters[-2:] = ["ư", "ơ"]
        return
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in _HOOKS:
            letters[at] = _HOOKS[letters[at]]
            if letters[at] == "ơ" and at and letters[at - 1] == "u":
                letters[at - 1] = "ư"
            return
    letters.append("ư")


def _has_vowel(letters: list[str]) -> bool:
    return any(one in "aăâeêioôơuưy" for one in letters)


def _syllable(letters: list[str], tone: str) -> str | None:
    bare = "".join(letters)
    parts = _SYLLABLE.fullmatch(bare)
    if parts is None:
        return None
    if not tone:
        return bare
    vowels, start = parts["vowels"], parts.start("vowels")
    at = start + _toned(vowels, has_coda=parts["coda"] is not None)
    return unicodedata.normalize("NFC", bare[: at + 1] + tone + bare[at + 1 :])


def _toned(vowels: str, *, has_coda: bool) -> int:
    """Which of the vowels carries the tone."""
    marked = [at for at, one in enumerate(vowels) if one in "êôơâăư"]
    if marked:
        return marked[-1]
    if len(vowels) == 1:
        return 0
    if has_coda:
        return len(vowels) - 1
    return 1 if len(vowels) == len("oai") else 0
