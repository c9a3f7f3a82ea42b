"""Which word of the text stands where on the scan."""
