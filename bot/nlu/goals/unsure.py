"""Answers that say there is no answer yet."""

from __future__ import annotations

from bot.nlu.patterns import opening

_UNSURE = opening(
    r"""
    (?:(?:um+|er+m?|hmm+|well|oh|honestly|tbh|sorry|gosh|ooh|ah|so|i mean)[,.! ]+)*(?:i )?(?:really |honestly |just |genuinely |
        actually |still )*(?:don't|do not|didn't) (?:really |actually |honestly |quite )?know(?! how| who| that| if| any| why)
    (?:(?:um+|er+m?|hmm+|well|oh|honestly|tbh|sorry|gosh|so|i'm|i am|am)[,.! ]+)*(?:really |still |just )*(?:not (?:really |very |
        too |entirely |100% )?sure|unsure)(?! i| if| how| they| about (?:my|what))
    (?:(?:um+|er+m?|hmm+|well|oh|honestly|sorry|i have|i've)[,.! ]+)*(?:dunno|idk|no idea|no clue|not a clue|haven't a clue|
        haven't a notion|hard to say(?! no)|couldn't say(?! no)|who knows|can't think|i can't think|i couldn't say(?! no)|
        i can't say(?! no)|
        never thought about (?:it|that)|hard to put into words|good question)(?! how| they| of (?:how|ways))
    """
)


def unsure(plain: str) -> bool:
    """Whether a tidy text begins by saying that the speaker does not know."""
    return _UNSURE.match(plain) is not None
