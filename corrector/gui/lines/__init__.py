"""The line view: each line of the scan above the line of the text that it is."""
