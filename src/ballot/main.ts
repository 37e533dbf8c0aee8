import "./ballot.css";
import { h, render } from "preact";
import { App } from "./app";
import { wireOver } from "./wire";

const root = document.getElementById("ballot");
if (root) render(h(App, { wire: wireOver(location.origin) }), root);
