// What has to run before the first words show: a chosen colour scheme, so that no other flashes up.

import { recall } from "./store.js";

const scheme = recall("scheme");
if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
