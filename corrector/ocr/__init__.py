"""Recognition: words, boxes and confidences of a scan, from any engine."""
