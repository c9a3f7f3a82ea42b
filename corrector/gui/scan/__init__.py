"""The scan beside the text: seen at any size and turn, with the word at the caret outlined."""
