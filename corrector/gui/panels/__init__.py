"""What stands around the text: the verify bar, suspicions, history and notes."""
