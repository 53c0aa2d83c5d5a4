"""How likely each question is, by what was learnt from the phrases."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from handlers.understanding.asked import Question
from handlers.understanding.features import features_of
from handlers.understanding.weights import weights


def likely(words: Sequence[str]) -> dict[Question, float]:
    """From 0 to 1 for every question, 1 together: of compared words, `Reading.compared`."""
    learnt = weights()
    counts = Counter(features_of(words))
    known = [name for name in counts if name in learnt.columns]
    scores = learnt.intercepts
    if known:
        columns = [learnt.columns[name] for name in known]
        often = np.log(np.array([counts[name] for name in known], dtype=np.float32)) + 1
        values = often * learnt.rarity[columns]
        values /= np.linalg.norm(values)
        scores = values @ learnt.coefficients[columns] + learnt.intercepts
    powers = np.exp((scores - scores.max()) / learnt.temperature)
    shares = powers / powers.sum()
    return dict(zip(learnt.questions, shares.tolist(), strict=True))
