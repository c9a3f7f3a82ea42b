"""What a person can ask for; window and command line both call these."""
