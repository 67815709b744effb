"""Pictures as SVG, drawn on the server: they are there without a script, and take their colours from the page."""
