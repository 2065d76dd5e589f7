"""The parts of a proposal, one file each: `files(boundary)` gives texts by their paths below the output folder."""
