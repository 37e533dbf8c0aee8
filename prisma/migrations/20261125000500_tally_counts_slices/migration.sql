-- The tally tells how many people stand behind a declared slice, and how many of them changed since the cycle before (D8).
GRANT SELECT (slices) ON roster_entry TO tandem_tally;
