"""TEI P5: one file per document with facsimile, text and the record of every correction."""
