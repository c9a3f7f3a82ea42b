"""What speaks for or against a token: one small module per signal, each with numbers and words."""
