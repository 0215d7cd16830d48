"""Check digits of health and national numbers. Sources: NHS Data Dictionary (NHS, CHI, H&C), Revenue.ie (PPS), UIDAI (Aadhaar)."""

from __future__ import annotations

_FIVE_SIDED = (  # multiplication in the dihedral group D5
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 2, 3, 4, 0, 6, 7, 8, 9, 5),
    (2, 3, 4, 0, 1, 7, 8, 9, 5, 6),
    (3, 4, 0, 1, 2, 8, 9, 5, 6, 7),
    (4, 0, 1, 2, 3, 9, 5, 6, 7, 8),
    (5, 9, 8, 7, 6, 0, 4, 3, 2, 1),
    (6, 5, 9, 8, 7, 1, 0, 4, 3, 2),
    (7, 6, 5, 9, 8, 2, 1, 0, 4, 3),
    (8, 7, 6, 5, 9, 3, 2, 1, 0, 4),
    (9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
)
_TURN = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)  # the permutation, applied once for each place


def modulo_11(number: str) -> bool:
    """Of ten digits, whether the last is right: weights 10 to 2, modulo 11."""
    total = sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False))
    return len(number) == 10 and (11 - total % 11) % 11 == int(number[9])


def verhoeff(number: str) -> bool:
    """Whether the last digit is right by Verhoeff's scheme."""
    check = 0
    for place, digit in enumerate(reversed(number)):
        turned = int(digit)
        for _ in range(place % 8):
            turned = _TURN[turned]
        check = _FIVE_SIDED[check][turned]
    return check == 0


def modulo_23(number: str, letters: str) -> bool:
    """Of seven digits and one or two letters, whether the first letter is right; W, T and X in second place count nothing."""
    total = sum(int(digit) * weight for digit, weight in zip(number, range(8, 1, -1), strict=True))
    if letters[1:] and letters[1] not in "WTX":
        total += 9 * (ord(letters[1]) - ord("A") + 1)
    return "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] == letters[0]
