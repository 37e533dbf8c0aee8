import fc from "fast-check";

/**
 * Property tests try the same cases on every run, so that a commit is judged by what it changes and a failure comes back
 * when it is looked for. `npm run fuzz` tries new cases each time, and many more of them.
 */
if (process.env.FUZZ === "1") fc.configureGlobal({ numRuns: 3000 });
else fc.configureGlobal({ seed: 20_261_128 });
