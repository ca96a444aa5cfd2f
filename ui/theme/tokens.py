"""Colours by name: one palette per theme. Colour values are not written elsewhere."""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """Every colour of a theme as ``#RRGGBB``, named by its purpose."""

    name: str
    canvas: str
    rail: str
    surface: str
    sunken: str
    hover: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    solution: str
    solution_tint: str
    card: str
    card_tint: str
    request: str
    request_tint: str
    not_ours: str
    not_ours_tint: str
    open: str
    open_tint: str
    danger: str
    banner: str
    on_banner: str
    warn: str
    late: str
    early: str
    digits: str
    toast: str
    on_toast: str
    focus: str
    high_contrast: bool = False
    dark: bool = False

    def colour(self, token: str) -> str:
        """Return the value of a token; raises ``AttributeError`` for an unknown name."""
        return str(getattr(self, token))

    @classmethod
    def tokens(cls) -> tuple[str, ...]:
        """Return the names of all colours (not of the switches and the theme's name)."""
        return tuple(f for f in cls._fields if f not in ("name", *cls._field_defaults))


LIGHT = Palette(
    name="light",
    canvas="#F6F4EF",
    rail="#EDEAE3",
    surface="#FFFFFF",
    sunken="#F1EEE8",
    hover="#F1EEE8",
    line="#DDD8CE",
    edge="#8A8478",
    ink="#1D1F23",
    ink2="#45484F",
    ink3="#5E6169",
    accent="#27477F",
    on_accent="#FFFFFF",
    accent_hover="#1E3866",
    accent_soft="#E4EAF5",
    solution="#195738",
    solution_tint="#E1F0E7",
    card="#6E4200",
    card_tint="#FAEED6",
    request="#733279",
    request_tint="#F3E6F4",
    not_ours="#484C54",
    not_ours_tint="#E9EAEC",
    open="#45484F",
    open_tint="#FFFFFF",
    danger="#961B15",
    banner="#9B1C16",
    on_banner="#FFFFFF",
    warn="#F3BE55",
    late="#FF9D93",
    early="#A9C7F0",
    digits="#1D1F23",
    toast="#1D1F23",
    on_toast="#FFFFFF",
    focus="#27477F",
)

DARK = Palette(
    name="dark",
    canvas="#16171A",
    rail="#111214",
    surface="#1F2125",
    sunken="#191A1D",
    hover="#282B31",
    line="#34373D",
    edge="#7B808A",
    ink="#F0EEE9",
    ink2="#C6C8CD",
    ink3="#A3A7AF",
    accent="#A9C2F2",
    on_accent="#10203F",
    accent_hover="#C0D3F7",
    accent_soft="#26334D",
    solution="#86D3A9",
    solution_tint="#1D3428",
    card="#EBC07A",
    card_tint="#3A2E18",
    request="#E1B3E6",
    request_tint="#38253B",
    not_ours="#BFC3CA",
    not_ours_tint="#303338",
    open="#C6C8CD",
    open_tint="#1F2125",
    danger="#FFADA4",
    banner="#9B1C16",
    on_banner="#FFFFFF",
    warn="#F3BE55",
    late="#FF9D93",
    early="#A9C7F0",
    digits="#1D1F23",
    toast="#F0EEE9",
    on_toast="#1D1F23",
    focus="#A9C2F2",
    dark=True,
)

CONTRAST = Palette(
    name="contrast",
    canvas="#FFFFFF",
    rail="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    hover="#EEEEEE",
    line="#000000",
    edge="#000000",
    ink="#000000",
    ink2="#000000",
    ink3="#1F1F1F",
    accent="#00318A",
    on_accent="#FFFFFF",
    accent_hover="#001F5C",
    accent_soft="#FFFFFF",
    solution="#004D26",
    solution_tint="#FFFFFF",
    card="#5C3300",
    card_tint="#FFFFFF",
    request="#5A005F",
    request_tint="#FFFFFF",
    not_ours="#333333",
    not_ours_tint="#FFFFFF",
    open="#000000",
    open_tint="#FFFFFF",
    danger="#8A0000",
    banner="#8A0000",
    on_banner="#FFFFFF",
    warn="#FFD166",
    late="#FF9D93",
    early="#BBD6FF",
    digits="#1D1F23",
    toast="#000000",
    on_toast="#FFFFFF",
    focus="#000000",
    high_contrast=True,
)

BLACK_SCREEN = "#000000"
BLACK_SCREEN_WORDS = "#7D7D7D"
"""The same in every theme: invisible to the room, but readable for the facilitator."""

PALETTES: dict[str, Palette] = {p.name: p for p in (LIGHT, DARK, CONTRAST)}
