/** The sealing code did not arrive: nothing was sent, and loading the page again brings it. */
export class PrimitivesMissing extends Error {}

type Primitives = typeof import("./primitives");
let loading: Promise<Primitives> | undefined;

/**
 * The cryptographic primitives, loaded once. In the built page their file must have the hash that the page names: the
 * preload it begins with is checked by the browser, and the import takes what was preloaded. Throws PrimitivesMissing.
 */
export function loadPrimitives(): Promise<Primitives> {
  if (!loading) {
    if (typeof document !== "undefined") preload();
    loading = import("./primitives").catch(() => {
      loading = undefined;
      throw new PrimitivesMissing("The sealing code did not load.");
    });
  }
  return loading;
}

/** Turns the page's note of the file and its hash into a preload; the development server has none. */
function preload(): void {
  const note = document.querySelector<HTMLLinkElement>('link[rel="sealing-code"]');
  if (!note) return;
  const link = note.cloneNode() as HTMLLinkElement;
  link.rel = "modulepreload";
  note.replaceWith(link);
}
