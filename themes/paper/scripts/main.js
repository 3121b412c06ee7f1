// Where a page's behaviour begins. Everything here only adds: without it the page reads as well.

import { startBeside } from "./beside.js";
import { startCopying } from "./copy.js";
import { expose } from "./data.js";
import { startKeys } from "./keys.js";
import { startListFilter } from "./list-filter.js";
import { startMaps } from "./map.js";
import { startPoints } from "./points.js";
import { startPreviews } from "./preview.js";
import { startPrinting } from "./print.js";
import { startScheme } from "./scheme.js";
import { startSearch } from "./search.js";
import { startSidenotes } from "./sidenotes.js";
import { startWhatIf } from "./what-if.js";

expose();
startCopying();
startSearch();
startMaps();
startListFilter();
startPreviews(startWhatIf());
startPoints();
startBeside();
startSidenotes();
startPrinting();
startScheme();
startKeys();
