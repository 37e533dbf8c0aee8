import { markInstalled } from "./install.js";

markInstalled();
