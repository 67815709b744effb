"""The recipe of the English model; what both languages share is in training.id."""
