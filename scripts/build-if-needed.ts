import { build, isBuilt } from "./build";
import { messageOf } from "./problem";

try {
  if (isBuilt()) console.log("Built already from these sources.");
  else await build();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
