"""The learners there could be: FSRS-6 parameters as those of 48 real ones are spread, and how wrong an estimate is.

Fitted to the first 48 users of the public benchmark (open-spaced-repetition/srs-benchmark,
``result/FSRS-6-recency.jsonl``, commit 0f70abe): each parameter by seven quantiles, with straight lines between
them and nothing outside, and how they hang together by four factors of their normal scores (the correlations left
over are 0.07 in the root mean square). The first four are initial stabilities and taken as logarithms.
"""

from typing import Final

import numpy as np
from numpy.random import Generator

from studycli.planner.fsrs import Floats

SCORES: Final = (-2.31, -1.282, -0.674, 0.0, 0.674, 1.282, 2.31)
"""The normal scores of the quantiles: 10, 25, 50, 75, 90%, and of the least and the greatest of 48."""

LOGARITHMIC: Final = 4
"""So many parameters at the front are taken as logarithms."""

QUANTILES: Final = (
    (-4.605, -3.056, -2.378, -1.659, -0.183, 0.763, 1.477),
    (-4.605, -1.720, -1.008, 0.093, 1.237, 2.408, 3.080),
    (-4.605, -1.189, -0.236, 1.053, 2.134, 2.995, 3.965),
    (-2.039, 0.620, 2.235, 2.819, 3.339, 4.015, 4.605),
    (6.363, 6.760, 6.910, 7.006, 7.129, 7.274, 7.992),
    (0.037, 0.197, 0.402, 0.562, 0.663, 0.791, 1.100),
    (1.684, 2.006, 2.065, 2.204, 2.398, 2.510, 2.900),
    (0.001, 0.001, 0.001, 0.016, 0.052, 0.092, 0.196),
    (0.763, 1.040, 1.278, 1.512, 1.730, 1.961, 2.216),
    (0.000, 0.003, 0.046, 0.121, 0.225, 0.399, 0.734),
    (0.220, 0.597, 0.753, 1.004, 1.178, 1.400, 1.487),
    (1.478, 1.714, 1.779, 1.826, 1.862, 1.905, 1.998),
    (0.060, 0.085, 0.101, 0.114, 0.138, 0.157, 0.226),
    (0.119, 0.176, 0.243, 0.306, 0.351, 0.476, 0.549),
    (1.210, 2.019, 2.152, 2.270, 2.336, 2.399, 2.617),
    (0.016, 0.059, 0.133, 0.204, 0.350, 0.417, 0.750),
    (1.004, 2.126, 2.792, 3.001, 3.110, 3.520, 4.399),
    (0.190, 0.562, 0.675, 0.762, 0.835, 1.086, 1.412),
    (0.000, 0.000, 0.060, 0.313, 0.465, 0.570, 0.895),
    (0.000, 0.002, 0.049, 0.140, 0.188, 0.225, 0.370),
    (0.044, 0.084, 0.171, 0.261, 0.337, 0.438, 0.615),
)
"""Of each parameter, in order."""

LOADINGS: Final = (
    (0.66, -0.09, -0.21, -0.03),
    (0.86, 0.15, 0.01, -0.35),
    (0.87, 0.11, 0.10, -0.35),
    (0.73, 0.20, 0.03, -0.06),
    (-0.74, -0.24, -0.21, -0.38),
    (0.78, 0.05, -0.07, -0.06),
    (-0.18, -0.19, 0.40, 0.13),
    (0.26, 0.37, -0.46, -0.11),
    (0.85, 0.35, 0.01, 0.32),
    (-0.31, -0.07, 0.28, -0.10),
    (0.84, 0.35, 0.09, 0.33),
    (0.66, -0.70, -0.14, 0.02),
    (-0.57, 0.68, 0.03, -0.00),
    (0.48, -0.57, -0.25, 0.23),
    (0.31, -0.34, -0.28, -0.14),
    (-0.02, 0.12, -0.49, 0.17),
    (0.43, 0.17, 0.24, -0.11),
    (0.07, 0.13, 0.32, 0.04),
    (0.53, -0.24, 0.36, -0.22),
    (0.29, -0.08, 0.40, -0.02),
    (-0.05, -0.56, 0.20, 0.22),
)
"""Of each parameter's normal score on the four factors."""

ERRORS: Final = (
    *(0.307, 0.150, 0.085, 0.047, 0.041, 0.044, 0.049, 0.017, 0.016, 0.044, 0.017),
    *(0.034, 0.008, 0.043, 0.101, 0.037, 0.179, 0.050, 0.061, 0.036, 0.037),
)
"""The spread of an estimate, of the logarithm for the first four.

From 100 fits to resampled histories of one learner with 12,746 reviews (the same project,
``bootstrapping/FSRS-6-uncertainty.jsonl``, commit 74f8984). That learner never began with "hard": the second is
between its neighbours.
"""

ERROR_SCALE: Final = 2.0
"""So many times ``ERRORS`` the estimates err here: most learners have fewer reviews than that one."""


def draw_parameters(chance: Generator) -> tuple[Floats, Floats]:
    """The 21 parameters of one learner, and an estimate of them; neither leaves the range of ``QUANTILES``."""
    loadings = np.array(LOADINGS)
    own = np.sqrt(1.0 - (loadings**2).sum(axis=1))
    scores = loadings @ chance.standard_normal(loadings.shape[1]) + own * chance.standard_normal(
        len(loadings)
    )
    true = np.array([np.interp(score, SCORES, row) for score, row in zip(scores, QUANTILES, strict=True)])
    estimate = true + ERROR_SCALE * np.array(ERRORS) * chance.standard_normal(len(true))
    quantiles = np.array(QUANTILES)
    return _parameters(true), _parameters(np.clip(estimate, quantiles[:, 0], quantiles[:, -1]))


def _parameters(values: Floats) -> Floats:
    """A better first grade leaves a longer memory."""
    return np.concatenate([np.sort(np.exp(values[:LOGARITHMIC])), values[LOGARITHMIC:]])
