"""Side-by-side runs on the test sets of others, each one command; the data are theirs and stay where they are."""
