import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Button } from "./button";
import { buttonClass } from "./button-class";
import { Checkbox } from "./checkbox";
import { LiveRegion } from "./live-region";
import { Notice } from "./notice";
import { PhaseBar } from "./phase-bar";
import { RadioGroup } from "./radio-group";
import { Steps } from "./steps";
import { TextInput } from "./text-input";

test("a field ties label, hint and error to its control", () => {
  const markup = renderToStaticMarkup(<TextInput id="mail" label="Work address" hint="A hint" error="A cause" />);
  expect(markup).toContain('<label for="mail"');
  expect(markup).toContain('aria-describedby="mail-hint mail-error"');
  expect(markup).toContain('aria-invalid="true"');
});

test("a field without an error is not invalid", () => {
  const markup = renderToStaticMarkup(<TextInput id="mail" label="Work address" />);
  expect(markup).not.toMatch(/aria-invalid|aria-describedby/);
});

test("a disabled button says so and keeps the focus, which the attribute would take from it", () => {
  const markup = renderToStaticMarkup(<Button disabled>Save</Button>);
  expect(markup).toContain('aria-disabled="true"');
  expect(markup).not.toMatch(/ disabled/);
  expect(renderToStaticMarkup(<Button disabled={false}>Save</Button>)).not.toContain("disabled");
});

test("a checkbox carries its hint and error like any field", () => {
  const markup = renderToStaticMarkup(<Checkbox id="c" label="Yes" error="Needed" />);
  expect(markup).toContain('aria-describedby="c-error"');
});

test("a radio group is native radios in a fieldset with one chosen", () => {
  const markup = renderToStaticMarkup(
    <RadioGroup
      id="seat"
      name="seat"
      legend="Seat is"
      defaultValue="v"
      options={[
        { value: "p", label: "A person" },
        { value: "v", label: "Vacant", hint: "Nobody sits there." },
      ]}
    />,
  );
  expect(markup).toContain("<fieldset");
  expect(markup.match(/type="radio"/g)).toHaveLength(2);
  expect(markup.match(/checked=""/g)).toHaveLength(1);
  // Its name is short, and the hint is read after it.
  expect(markup).toContain('aria-labelledby="seat-1-label" aria-describedby="seat-1-hint"');
});

test("steps say their state aloud and mark the current one", () => {
  const markup = renderToStaticMarkup(
    <Steps
      label="Set-up"
      steps={[
        { title: "Company", state: "done" },
        { title: "Roster", state: "now" },
      ]}
    />,
  );
  expect(markup).toContain(", done");
  expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
});

test("phases before the current one are full, those after it empty", () => {
  const phases = ["draft", "open", "closed"].map((key) => ({ key, label: key, detail: "" }));
  const markup = renderToStaticMarkup(<PhaseBar label="Phases" phases={phases} current="open" progress={0.64} />);
  expect([...markup.matchAll(/data-percent="(\d+)"/g)].map((match) => match[1])).toEqual(["100", "65", "0"]);
});

test("errors are announced at once, saved messages politely", () => {
  expect(renderToStaticMarkup(<Notice tone="error">No</Notice>)).toContain('role="alert"');
  expect(renderToStaticMarkup(<Notice>Yes</Notice>)).not.toContain("role=");
  expect(renderToStaticMarkup(<LiveRegion message={null} />)).toContain('aria-live="polite"');
});

test("a big primary button carries both classes", () => {
  expect(buttonClass({ variant: "primary", size: "big" })).toBe("button button-primary button-big");
  expect(buttonClass({})).toBe("button");
});
