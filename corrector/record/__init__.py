"""The record of a collection: immutable versions, corrections, drafts."""
