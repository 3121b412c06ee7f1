// What follows from the reader's choices, in the essays that they can bear on.

import { Graph } from "./argument.js";
import { essayData } from "./cards.js";
import { load } from "./data.js";
import { stand } from "./standing.js";

const known = new Map();

/** Return a promise of what follows: `{graph, before, after, settled, changed, unknown}`.
 *  `settled` holds the choices under the statements' own keys, `changed` the statements whose status
 *  follows otherwise, `unknown` choices that name no statement of the site. */
export async function reckon(choices) {
  const slugs = await family([...choices.keys()].map(essayOf));
  const { graph, before, aliases } = await world(slugs);
  const settled = new Map();
  const unknown = [];
  for (const [written, verdict] of choices) {
    const key = aliases.get(written) ?? written;
    settled.delete(key);
    if (graph.statements.has(key)) settled.set(key, verdict);
    else unknown.push(written);
  }
  const after = stand(graph, settled);
  const changed = [...graph.statements.keys()].filter(
    (key) => !settled.has(key) && before.statuses.get(key) !== after.statuses.get(key),
  );
  return { graph, before, after, settled, changed, unknown };
}

function essayOf(key) {
  return key.split("/")[0];
}

/** Return some essays and those joined with them; those joined are in the order of the site. */
async function family(slugs) {
  const own = [...new Set(slugs)];
  const there = await Promise.all(own.map(essayData));
  const families = await Promise.all(own.filter((_slug, place) => there[place]).map(membersWith));
  return [...new Set(families.flat())];
}

/** Return an essay and those joined with it; a large family is named once, for all its essays. */
async function membersWith(slug) {
  const { with: some, family: first } = await essay(slug);
  return some ?? load(`data/essays/${first}/family.js`);
}

function essay(slug) {
  return load(`data/essays/${slug}/argument.js`);
}

/** Return the graph of some essays and how it stands as the authors have it. */
async function world(slugs) {
  const name = slugs.join(" ");
  if (!known.has(name)) {
    const all = await Promise.all(slugs.map(essay));
    const graph = new Graph(
      all.flatMap((each, place) => statements(each, slugs[place])),
      all.flatMap((each, place) => steps(each, slugs[place])),
    );
    const aliases = new Map(all.flatMap((each, place) => olderNames(each, slugs[place])));
    known.set(name, { graph, before: stand(graph), aliases });
  }
  return known.get(name);
}

function statements(data, slug) {
  return data.statements.map(([id, presumed, accepted]) => ({ key: `${slug}/${id}`, presumed, accepted }));
}

function olderNames({ aliases = [] }, slug) {
  return aliases.map(([older, id]) => [`${slug}/${older}`, `${slug}/${id}`]);
}

function steps(data, slug) {
  const whole = (name) => (name.includes("/") ? name : `${slug}/${name}`);
  return data.arguments.map(([id, premises, target, kind, weight = 1]) => ({
    key: whole(id),
    premises: premises.map(whole),
    target: whole(target),
    kind,
    weight,
  }));
}
