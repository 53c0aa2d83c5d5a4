"""Vietnamese or English? langdetect, narrowed to the two, with a profile for unmarked Vietnamese.

Out of the box langdetect calls “ho so cua toi toi dau roi” Portuguese: its Vietnamese profile
lives on diacritics. A third profile, the Vietnamese one with every n-gram folded, mends that.
"""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, Literal

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.lang_profile import LangProfile

from handlers.understanding import normalise
from handlers.understanding.wording import folded_words

Language = Literal["vi", "en"]
VIETNAMESE: Language = "vi"
ENGLISH: Language = "en"

MOST_CHARACTERS = 200  # of a message tell its language
LEAST_LETTERS = 4  # fewer (“ok”, “hi”, “vb”) say nothing
FEW_WORDS = 2  # that are in neither list below do not outweigh a habit

# Words of one language that are no word of the other, not even without diacritics.
ENGLISH_WORDS = folded_words(
    "the is are was my your our what where when who how which there this that today tomorrow"
    " please hello you thank thanks of and for with does did will have any about from next switch"
    " english meeting meetings document documents file status office yes"
)
VIETNAMESE_WORDS = folded_words(
    "không của hôm ngày giờ nào đâu rồi được những cho hỏi lịch họp phòng tuần đơn giúp với xin"
    " chào em anh chị ơi vâng biết kể giải quyết tôi chưa vậy nhé việc làm đang muốn trình tiếng"
    " chiều sáng trưa mai ko dc hs vb bn ntn"
)
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\S*\d\S*|^/\w+")  # codes, dates and commands belong to no language
_UNMARKED = "vi-unmarked"
_WILD = "ể"  # langdetect writes every letter from U+1EA0 on as this one
_WILD_STANDS_FOR = "aeiouy"


def language_in(words: str) -> Language | None:
    """The language that the words are in by themselves; None where only a habit could tell."""
    told = {language_of(words, habit) for habit in (VIETNAMESE, ENGLISH)}
    return told.pop() if len(told) == 1 else None


def language_of(words: str, habit: str | None = None) -> Language:
    """The language that the words are in; what is too short to tell keeps the person's habit."""
    usual: Language = ENGLISH if habit == ENGLISH else VIETNAMESE
    start = _CODE.sub(" ", normalise.tidy(words)[:MOST_CHARACTERS])
    spoken = _WORD.findall(start)
    # A name keeps its diacritics in an English sentence, so capitals prove nothing.
    if any(word[0].islower() and normalise.is_marked(word) for word in spoken):
        return VIETNAMESE
    plain = [normalise.fold(word) for word in spoken]
    english = sum(word in ENGLISH_WORDS for word in plain)
    vietnamese = sum(word in VIETNAMESE_WORDS for word in plain)
    if english > vietnamese:
        return ENGLISH
    if vietnamese > english:
        return VIETNAMESE
    if sum(map(len, plain)) < LEAST_LETTERS or (habit and len(plain) <= FEW_WORDS):
        return usual
    return _detected(start, usual)


def _detected(words: str, usual: Language) -> Language:
    detector = _profiles().create()
    likely, unlikely = 0.9, 0.1
    vietnamese = likely if usual == VIETNAMESE else unlikely
    detector.set_prior_map(
        {VIETNAMESE: vietnamese / 2, _UNMARKED: vietnamese / 2, ENGLISH: 1 - vietnamese}
    )
    detector.append(words.lower())  # in capitals it would see no word at all
    try:
        return ENGLISH if detector.detect() == ENGLISH else VIETNAMESE
    except LangDetectException:  # no letter that it knows: emoji, Arabic …
        return usual


@cache
def _profiles() -> Any:
    """Langdetect's factory with our three profiles, read once when first needed."""
    factory = DetectorFactory()
    factory.set_seed(0)  # it draws n-grams at random: the same words get the same answer
    vietnamese, english = _profile(VIETNAMESE), _profile(ENGLISH)
    for index, profile in enumerate((vietnamese, _unmarked(vietnamese), english)):
        factory.add_profile(LangProfile(**profile), index, 3)
    return factory


def _profile(language: Language) -> dict[str, Any]:
    profile: dict[str, Any] = json.loads(
        (Path(PROFILES_DIRECTORY) / language).read_text(encoding="utf-8")
    )
    return profile


def _unmarked(vietnamese: dict[str, Any]) -> dict[str, Any]:
    counts: dict[str, int] = vietnamese["freq"]
    vowels = {vowel: counts.get(vowel, 0) for vowel in _WILD_STANDS_FOR}
    folded: Counter[str] = Counter()
    for gram, count in counts.items():
        plain = "".join(
            letter if letter in {" ", _WILD} else normalise.fold(letter) for letter in gram
        )
        if _WILD not in plain:
            folded[plain] += count
            continue
        for vowel, weight in vowels.items():
            folded[plain.replace(_WILD, vowel)] += count * weight // sum(vowels.values())
    return {"name": _UNMARKED, "freq": folded, "n_words": vietnamese["n_words"]}
