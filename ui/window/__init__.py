"""The facilitator's window: frame, bars, timer, banners, overlays, palette and displays."""
