"""BagIt: a folder for the archive, with everything that belongs to a collection."""
