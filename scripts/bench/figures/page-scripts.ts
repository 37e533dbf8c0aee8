import { gzipSync } from "node:zlib";
import { aimed, type Measurement, plain } from "../figure";
import { playQuarters } from "../prepare/quarters";
import { sessionOf } from "../prepare/session";

/** Scripts that a page names, inline ones left out: they hold the page's content, not its code. */
const scriptsIn = (html: string): Set<string> => new Set(html.match(/\/_next\/static\/[^"'\\]+\.js/g));

/** JavaScript that the pages of charts load beyond what every page of the application loads, gzipped. */
export const pageScripts: Measurement = async (stage) => {
  const { slug, cto, quarter } = await playQuarters(stage, "scripts", 2);
  const cookie = await sessionOf(stage, cto);
  const at = quarter.toLowerCase();
  const pages = { report: `reports/${at}/cto`, pair: `reports/${at}/pair`, board: `board/${at}` };
  return stage.withServer(async () => {
    const read = async (path: string) => {
      const answer = await fetch(`${stage.url}${path}`, { headers: { cookie, accept: "text/html" } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return answer.text();
    };
    const bytesOf = async (scripts: Iterable<string>) => {
      const files = await Promise.all([...scripts].map(read));
      return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1024;
    };
    // The overview loads what every page of a company loads, and draws no chart.
    const shell = scriptsIn(await read(`/${slug}`));
    const figures = [
      plain("JavaScript of the application's shell, gzipped", `${(await bytesOf(shell)).toFixed(0)} kB`),
    ];
    for (const [name, path] of Object.entries(pages)) {
      const own = [...scriptsIn(await read(`/${slug}/${path}`))].filter((script) => !shell.has(script));
      const what = `${name} page, JavaScript beyond the shell`;
      figures.push(aimed({ what, value: await bytesOf(own), unit: " kB", atMost: 30, digits: 1 }));
    }
    return figures;
  });
};
