/** A statement that would stop the running version, or make it wait, and why. */
export type Blocking = { statement: string; why: string };

/** SQL without comments and without the bodies of functions, statement by statement. */
function statementsOf(sql: string): string[] {
  return sql
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replaceAll(/--[^\n]*/g, "")
    .split(";")
    .map((statement) => statement.replaceAll(/\s+/g, " ").trim())
    .filter((statement) => statement !== "");
}

const tableOf = (statement: string) =>
  /^(?:ALTER TABLE(?: ONLY)?(?: IF EXISTS)?|CREATE TABLE(?: IF NOT EXISTS)?) "?(\w+)"?/i.exec(statement)?.[1] ??
  /^CREATE (?:UNIQUE )?INDEX .*? ON (?:ONLY )?"?(\w+)"?/i.exec(statement)?.[1];

/** Defaults that PostgreSQL works out anew for each row, for which it rewrites the table. */
const volatileDefault = /DEFAULT [^,]*(?:gen_random_uuid|random|clock_timestamp|nextval)\(/i;

const rules: { pattern: RegExp; unless?: RegExp; why: string }[] = [
  { pattern: /^DROP TABLE|\bDROP COLUMN\b/i, why: "the running version still reads it: contract one release later" },
  { pattern: /\bRENAME\b/i, why: "the running version knows the old name: add, copy, and drop one release later" },
  { pattern: /\bALTER COLUMN\b.*\bTYPE\b/i, why: "rewrites the table under an exclusive lock: add a new column" },
  { pattern: /\bSET NOT NULL\b/i, why: "reads the whole table under an exclusive lock: add a valid CHECK first" },
  {
    pattern: /\bADD COLUMN\b[^,]*\bNOT NULL\b/i,
    unless: /DEFAULT/i,
    why: "fails on rows, and on the running version's inserts",
  },
  { pattern: volatileDefault, why: "rewrites the table: add the column without it, set it, fill in batches" },
  {
    pattern: /\bADD CONSTRAINT\b.*\b(?:FOREIGN KEY|CHECK)\b/i,
    unless: /NOT VALID/i,
    why: "reads the whole table under a lock: NOT VALID, and VALIDATE in the next migration",
  },
  {
    pattern: /\bADD CONSTRAINT\b.*\b(?:UNIQUE|PRIMARY KEY|EXCLUDE)\b/i,
    unless: /USING INDEX/i,
    why: "builds an index under an exclusive lock: build it CONCURRENTLY and add the constraint USING INDEX",
  },
  {
    pattern: /^CREATE (?:UNIQUE )?INDEX\b/i,
    unless: /CONCURRENTLY/i,
    why: "keeps every write waiting: CONCURRENTLY, alone in its migration",
  },
  { pattern: /^(?:LOCK|CLUSTER|VACUUM FULL|REINDEX(?!.*CONCURRENTLY))\b/i, why: "takes an exclusive lock" },
  {
    pattern: /^UPDATE\b|^DELETE\b/i,
    unless: /\bLIMIT\b/i,
    why: "touches every row at once: fill in batches from a job",
  },
];

/**
 * What in a migration would make the running version wait or fail. A table that the same migration makes has no rows and no
 * readers, so everything may be done to it. It reads text: it knows the usual forms and not every one that SQL has.
 */
export function blockingStatements(sql: string): Blocking[] {
  const statements = statementsOf(sql);
  const made = new Set(statements.filter((it) => /^CREATE TABLE/i.test(it)).map(tableOf));
  return statements.flatMap((statement) => {
    const table = tableOf(statement);
    if (/^CREATE TABLE/i.test(statement) || (table !== undefined && made.has(table))) return [];
    return rules
      .filter(({ pattern, unless }) => pattern.test(statement) && !unless?.test(statement))
      .map(({ why }) => ({ statement, why }));
  });
}
