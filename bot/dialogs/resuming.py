"""Back to what was paused: the question that stood there, asked again; or nothing, where somebody has stopped."""

from __future__ import annotations

from bot.dialogs import contract, digressions
from bot.dialogs.scene import Scene, Turn
from coaching.effects import Move
from handoff import standing


def resumed(scene: Scene, *also: str) -> Turn:
    """What comes after a safety text: the contract where it was not shown yet, else the open question."""
    if scene.conversation.standing == standing.STOPPED:
        return scene.turn()
    if scene.conversation.contract in ("none", "declined"):
        return scene.turn(contract.line(scene, opens=True), contract="shown")
    scene = awake(scene)
    return scene.turn(digressions.again(scene, *also))


def awake(scene: Scene) -> Scene:
    """Any message ends a pause, but "pause"."""
    if scene.conversation.standing != standing.PAUSED or scene.heard.word == "pause":
        return scene
    return scene.then(Move("resume"), standing=standing.move(scene.conversation.standing, "resume"))
