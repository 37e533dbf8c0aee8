import { useEffect } from "preact/hooks";

/** With the shortcuts on, 1 to 5 choose an answer word and 0 "cannot tell", in the statement that has the focus or else the first open one. */
export function useNumberKeys(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-5]$/.test(event.key)) return;
      const focused = document.activeElement?.closest("[data-statement]");
      const open = [...document.querySelectorAll("[data-statement]")].find(
        (field) => !field.querySelector("input:checked"),
      );
      const inputs = (focused ?? open)?.querySelectorAll<HTMLInputElement>("input[type=radio]");
      const chosen = inputs && (event.key === "0" ? inputs[inputs.length - 1] : inputs[Number(event.key) - 1]);
      if (!chosen) return;
      event.preventDefault();
      chosen.focus();
      chosen.click();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [active]);
}
