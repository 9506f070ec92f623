"""The colours of tones on white, each with a contrast of 4.5 to 1 or more."""

from policylint.policy.blocks import Tone

TONES: dict[Tone, str] = {
    "good": "1A6332",
    "caution": "7A4B00",
    "bad": "A11616",
    "plain": "4D5560",
}
