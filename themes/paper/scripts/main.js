// Where a page's behaviour begins. Everything here only adds: without it the page reads as well.

import { startBeside } from "./beside.js";
import { startCopying } from "./copy.js";
import { expose } from "./data.js";
import { startKeys } from "./keys.js";
import { startListFilter } from "./list-filter.js";
import { startMaps } from "./map.js";
import { startMoving } from "./moved.js";
import { startPoints } from "./points.js";
import { startPreviews } from "./preview.js";
import { startPrinting } from "./print.js";
import { startScheme } from "./scheme.js";
import { startSearch } from "./search.js";
import { startSidenotes } from "./sidenotes.js";
import { startWhatIf } from "./what-if.js";

begin(expose);
begin(startMoving);
begin(startCopying);
begin(startSearch);
begin(startMaps);
begin(startListFilter);
const whatIf = begin(startWhatIf);
begin(startPreviews, whatIf);
begin(startPoints);
begin(startBeside);
begin(startSidenotes);
begin(startPrinting);
begin(startScheme);
begin(startKeys);

/** Begin a part of the page's behaviour; where it fails the others go on. */
function begin(start, ...given) {
  try {
    return start(...given);
  } catch (fault) {
    reportError(fault);
  }
}
