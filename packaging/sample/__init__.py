"""The parts of the sample letter: its words, the typewriter, the stamps, the paper, the errors."""
