"""Windows that ask or tell one thing: saving, exporting, messages, keys, commands."""
