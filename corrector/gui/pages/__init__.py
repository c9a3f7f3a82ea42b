"""The list of pages at the left: thumbnails, labels, status, suspicions, a filter."""
