"""The fleet: the same reading over many files, on many cores, with every article accounted for."""
