"""One tree of errors. The message says what is wrong and what to do."""


class CoachingError(Exception):
    """Something is wrong; the message says what to do about it."""


class ContentError(CoachingError):
    """A file in content/ cannot be used; the message says which, where and how to mend it."""


class SettingsError(CoachingError):
    """A setting is missing or wrong; the message names the variable and what it should be."""


class UnreadableState(CoachingError):
    """A stored conversation cannot be read by this version: it is set aside and a person is told."""


class UnknownStep(CoachingError):
    """A conversation stands in a flow, version or step that is not in content/: put the file back, do not restart anybody."""


class IllegalMove(CoachingError):
    """The conversation's standing does not allow this move; nothing was changed."""


class UnfitLine(CoachingError):
    """A line of a hand-back is missing, too long, or not one line; the message names it. Nothing was handed back."""


class NotStored(CoachingError):
    """Nothing was stored: do not acknowledge, let the platform deliver again."""


class MovedOn(CoachingError):
    """Somebody else has moved the conversation on since it was read: read it again."""


class NoWords(CoachingError):
    """The language model gave no words; the message is a short name of why, with nobody's words in it."""


class Busy(CoachingError):
    """Another process holds what only one may hold; the message names it and how to stop it."""


class NoModel(CoachingError):
    """The language model cannot be used; the message says why. Everything goes on by rules alone."""


class UnreadableRota(CoachingError):
    """The safety rota cannot be read; the message says why and how to mend it. The rota that was read last stands."""


class StaffRefused(CoachingError):
    """Somebody cannot be on the staff so; the message says why, and what to do. Nothing was stored."""
