"""What the tests of the desks have in common: the shipped words, and somebody to be briefed about."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogs.speaking import speech
from coaching.checkin import Barrier, Change, CheckIn, Mood, Outcome
from coaching.concern import Urgency
from coaching.effects import Say
from coaching.goal import ActionStep, Goal, SmartRecord, WoopRecord
from coaching.words import Words, plain
from handoff.brief import Approval, CaseBefore, Contact, Heading, Known, Wants
from tests.play import LIBRARY, NOON

SPEECH = speech(LIBRARY, "en-GB", ZoneInfo("Europe/London"), NOON)
HEADING = Heading("H1", "stuck", Urgency.SOON, NOON - timedelta(hours=3), "coach_pool", NOON + timedelta(days=3))
WISH = "Break off the ward on three of four long days"
PLAN = 'If I hear "in a minute", then I will say "back at half past" and walk'
RECORDS = (WoopRecord(wish=WISH, plan_text=PLAN), SmartRecord(text="Three breaks a week by June"))
GOAL = Goal("G1", WISH, "woop", *RECORDS, (ActionStep("S1", "walk"),))


def ago(days: float) -> datetime:
    return NOON - timedelta(days=days)


CHECK_INS = (
    CheckIn("C1", ago(21), Outcome.DONE, mood=Mood.GOOD),
    CheckIn("C2", ago(15), Outcome.PARTLY, mood=Mood.OK),
    CheckIn("C3", ago(8), Outcome.NOT_YET, Barrier.ENERGY, Change.SHRINK, Mood.LOW),
    CheckIn("C4", ago(1), Outcome.NOT_YET, Barrier.PEOPLE, Change.MOVE, Mood.LOW),
)
KNOWN = Known("Mo", GOAL, CHECK_INS, (CaseBefore("burnout", ago(12)),))
APPROVAL = Approval(NOON, Words("Third week I haven't done it"), Wants.LISTEN, (Words("no calls at home"),), (Contact.TEXT,))


def read(say: Say) -> str:
    """What somebody reads."""
    return plain(LIBRARY.render("en-GB", say, {}).text)
