import { expect, test } from "vitest";
import { encodingFor, filesAheadOf } from "./ballot-page";

test("the voting page is sent as small as the browser takes it, and a font as it is", () => {
  expect(encodingFor("index.html", "gzip, deflate, br, zstd")).toBe("br");
  expect(encodingFor("assets/a.js", "gzip, deflate")).toBe("gzip");
  expect(encodingFor("assets/a.js", "br;q=0, gzip;q=0.5")).toBe("gzip");
  expect(encodingFor("assets/a.js", "br;q=0.0,gzip;q=0")).toBe("identity");
  expect(encodingFor("assets/a.js", "")).toBe("identity");
  expect(encodingFor("assets/geist.woff2", "br")).toBe("identity");
});

test("the voting page's head names its scripts and styles with their fingerprints, and nothing that can wait", () => {
  const page = `<head><title>Ballot</title>
    <script type="module" src="/ballot/assets/index-1.js" integrity="sha384-AAA" crossorigin="anonymous"></script>
    <link rel="stylesheet" href="/ballot/assets/index-2.css" integrity="sha384-BBB" crossorigin="anonymous">
    <link rel="sealing-code" href="/ballot/assets/primitives-3.js" integrity="sha384-CCC" crossorigin="anonymous"></head>`;
  expect(filesAheadOf(page).split(", ")).toEqual([
    '</ballot/assets/index-1.js>; rel=modulepreload; crossorigin="anonymous"; integrity="sha384-AAA"',
    '</ballot/assets/index-2.css>; rel=preload; as=style; crossorigin="anonymous"; integrity="sha384-BBB"',
  ]);
  expect(filesAheadOf('<script src="/plain.js"></script>')).toBe("");
});
