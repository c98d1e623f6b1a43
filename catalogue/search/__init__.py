"""Search: every public record's words, in any script and spelling, with counts by facet.

`folding` and `stemming` make words comparable; `words` says what is searched of a document and
`shape` how the index holds it; `index` keeps it on disk or in memory and `following` keeps it
abreast of the log; `question` reads what a reader typed, `spelling` mends it, `asking` answers.
"""
