import { expect, test } from "vitest";
import { encodingFor } from "./ballot-page";

test("the voting page is sent as small as the browser takes it, and a font as it is", () => {
  expect(encodingFor("index.html", "gzip, deflate, br, zstd")).toBe("br");
  expect(encodingFor("assets/a.js", "gzip, deflate")).toBe("gzip");
  expect(encodingFor("assets/a.js", "br;q=0, gzip;q=0.5")).toBe("gzip");
  expect(encodingFor("assets/a.js", "br;q=0.0,gzip;q=0")).toBe("identity");
  expect(encodingFor("assets/a.js", "")).toBe("identity");
  expect(encodingFor("assets/geist.woff2", "br")).toBe("identity");
});
