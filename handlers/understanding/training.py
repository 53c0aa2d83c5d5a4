"""Learning which question a sentence asks from the phrases: `make phrases`.

Each phrase is learnt as it is written and without its diacritics. What Telex, VNI and shorthand
make of it is undone by `reading` before it is compared, so it need not be learnt. The program
itself loads nothing of this file: it starts it as a process of its own when a phrase has changed.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import PredefinedSplit, cross_val_predict

from handlers.understanding import normalise, phrases, weights
from handlers.understanding.asked import Question
from handlers.understanding.features import features_of
from handlers.understanding.phrases import Phrase, PhraseError
from handlers.understanding.weights import Weights

FOLDS = 4
LEAST_PHRASES = 2  # that a feature must be in
# A word that fewer phrases of a question have is taken for one of their subjects, braces or not.
_LEAST_IN_A_FRAME = 2
_SURELY = 0.75


@dataclass(frozen=True)
class Learnt:
    """What was learnt, and how it went."""

    weights: Weights
    guessed: dict[Phrase, tuple[Question, float]]  # by who has not seen the phrase, and how surely


def main() -> None:
    """Learn, keep what was learnt, and say which phrases are now taken for something else."""
    try:
        known = list(phrases.all_phrases())
    except PhraseError as wrong:
        sys.exit(str(wrong))
    before = weights.misread()
    learnt = learn(known)
    misread = {
        f"{phrase.language}: {phrase.written}": (f"{phrase.question} → {guess}", sure)
        for phrase, (guess, sure) in learnt.guessed.items()
        if guess is not phrase.question
    }
    weights.save(learnt.weights, sorted(misread))
    for line in told(len(known), misread, before):
        sys.stdout.write(f"{line}\n")


def told(
    number: int, misread: Mapping[str, tuple[str, float]], before: Collection[str] | None
) -> list[str]:
    """How many phrases would be understood if they were new, and which no longer would.

    Those that could as well be either come and go with every change, and are left out.
    """
    lines = [
        f"{number} phrases learnt; {1 - len(misread) / number:.1%} would be understood unseen."
    ]
    worse = {
        said: taken_for
        for said, (taken_for, sure) in misread.items()
        if before is not None and said not in before and sure >= _SURELY
    }
    if worse:
        lines += ["No longer understood unseen; is a new phrase too near to them?"]
        lines += [f"  {said}   {taken_for}" for said, taken_for in sorted(worse.items())]
    return lines


def learn(known: Sequence[Phrase]) -> Learnt:
    """The same phrases give the same weights."""
    samples, questions, groups, folds = [], [], [], []
    for group, phrase in enumerate(known):
        # By the phrase itself, so that another phrase does not change who has seen this one.
        fold = crc32(phrase.said.encode()) % FOLDS
        for said in dict.fromkeys((phrase.said, normalise.fold(phrase.said))):
            samples.append(features_of(phrases.compared(said)))
            questions.append(phrase.question.value)
            groups.append(group)
            folds.append(fold)
    counted = TfidfVectorizer(analyzer=list, min_df=LEAST_PHRASES, sublinear_tf=True)
    table = counted.fit_transform(samples)
    model = _model().fit(table, questions)
    # Told by those who have not seen the phrase, in either of its spellings.
    scores = cross_val_predict(
        _model(),
        table,
        questions,
        cv=PredefinedSplit(folds),
        method="decision_function",
    )
    right = np.searchsorted(model.classes_, questions)
    temperature = _temperature(scores, right)
    shares = _shares(scores, temperature)
    return Learnt(
        weights=Weights(
            questions=tuple(map(Question, model.classes_)),
            columns={
                str(name): column for column, name in enumerate(counted.get_feature_names_out())
            },
            rarity=counted.idf_,
            coefficients=model.coef_,
            intercepts=model.intercept_,
            temperature=temperature,
            as_written=_as_written(known),
            frames=_frames(known),
        ),
        guessed={
            known[group]: (Question(model.classes_[own.argmax()]), float(own.max()))
            for group, own in zip(reversed(groups), reversed(shares), strict=True)
        },
    )


def _model() -> SGDClassifier:
    return SGDClassifier(loss="log_loss", alpha=3e-6, max_iter=30, random_state=0)


def _temperature(scores: np.ndarray, right: np.ndarray) -> float:
    """By which scores are divided so that the shares are as likely as they say."""

    def surprise(temperature: float) -> float:
        likely = _shares(scores, temperature)[np.arange(len(right)), right]
        return float(-np.log(likely).mean())

    return float(minimize_scalar(surprise, bounds=(0.1, 20), method="bounded").x)


def _shares(scores: np.ndarray, temperature: float) -> np.ndarray:
    return np.asarray(softmax(scores / temperature, axis=1))


def _as_written(known: Sequence[Phrase]) -> dict[str, Question]:
    """What was written down, by its words as they compare: it is understood as just that."""
    found: dict[str, Question] = {}
    for phrase in known:
        found.setdefault(" ".join(phrases.compared(phrase.said)), phrase.question)
    return found


def _frames(known: Sequence[Phrase]) -> dict[Question, frozenset[str]]:
    """The words with which each question is asked, without those of its subjects."""
    counts: dict[Question, Counter[str]] = defaultdict(Counter)
    for phrase in known:
        counts[phrase.question].update(set(phrases.compared(phrase.written)))
    return {
        question: frozenset(
            word for word, number in counts[question].items() if number >= _LEAST_IN_A_FRAME
        )
        for question in Question
    }


if __name__ == "__main__":
    main()
