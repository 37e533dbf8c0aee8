import { config } from "zod/v4/core";

// Set before any schema is made: else zod tries to compile code, which our pages' policy forbids and the browser reports.
// From zod's core alone, because every page loads this.
config({ jitless: true });
