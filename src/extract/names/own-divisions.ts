/** Divisions that the country's list lacks: streets and villages of the reporting division, and itself where it is none of the list. */
import type { Division } from '../../model.js';
import { AhoCorasick } from '../aho-corasick.js';
import type { DivisionHit } from './divisions.js';
import type { Scene } from './scene.js';

/** Keeps a hit unless a longer one ends at its end. */
export function addDivision(scene: Scene, hit: DivisionHit): void {
  const known = scene.divisionEnd.get(hit.end);
  if (known && known.start <= hit.start) return;
  scene.divisions.push(hit);
  scene.divisionEnd.set(hit.end, hit);
}

/** Machines of the streets and villages below a division; the reports of one division share its list. */
const machines = new WeakMap<readonly Division[], { machine: AhoCorasick; low: Division[] }>();

/** A reporting division that the list of counties lacks: by its name, and without its suffix where that is long enough. */
export function addUnlisted(scene: Scene, division: Division): void {
  const { text } = scene.report;
  const stem = division.name.replace(/(?:街道|.)$/u, '');
  const spellings = stem.length > 1 ? [division.name, stem] : [division.name];
  for (const [k, spelling] of spellings.entries()) {
    for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + spelling.length)) {
      const end = at + spelling.length;
      if (scene.edges[at] === 1 && scene.edges[end] === 1)
        addDivision(scene, { division, form: k === 0 ? 'full' : 'stem', start: at, end });
    }
  }
}

/** Streets and villages of the reporting division: by their full names, which others may share. */
export function addOwnDivisions(scene: Scene, subtree: Division[]): void {
  let known = machines.get(subtree);
  if (!known) {
    const low = subtree.filter((d) => d.level >= 4 && d.name.length > 2);
    known = { machine: new AhoCorasick(low.map((d) => d.name)), low };
    machines.set(subtree, known);
  }
  const { machine, low } = known;
  machine.scan(scene.report.text, (word, start, end) => {
    if (scene.edges[start] === 1 && scene.edges[end] === 1)
      addDivision(scene, { division: low[word] as Division, form: 'full', start, end });
  });
}
