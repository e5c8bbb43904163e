/** Phases: X一期; a bare 二、三期 or 一期 … 二期 takes the name of the project that its paragraph speaks of. */
import type { Candidate } from '../context.js';
import { leftEdge } from '../names/left-edge.js';
import { isNamed, properness } from '../names/proper.js';
import type { NameRule, Scene } from '../names/scene.js';

const PHASE = /(?<!第)([一二三四五六七八九十首])(?:期|、(?=[二三四五六七八九十]期))(?!间|内|限|末|待)/g;
const BRACKETED = /（([一二三四五六七八九十首]期)）(?:建设)?(?:项目|工程)?/g;
/** A paragraph that opens with its project: （2）云鼎基地。 or 官塘二桥。 */
const OPENING =
  /^[ \t\u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）).．、])?([^，。；：！？\n（）]{3,30})[。：]/gmu;

function propose(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const openings = openingProjects(scene);
  const found: Candidate[] = [...openings];
  let base: { name: string; line: number } | null = null;
  let line = 0;
  let past = 0;
  let next = 0;
  for (const m of text.matchAll(PHASE)) {
    const start = m.index;
    const end = start + m[0].length;
    const broken = text.slice(past, start).lastIndexOf('\n');
    if (broken >= 0) line = past + broken + 1;
    past = start;
    while (next < openings.length && (openings[next] as Candidate).start < start) {
      const opening = openings[next++] as Candidate;
      base = { name: opening.name, line: text.lastIndexOf('\n', opening.start) + 1 };
    }
    const closing = m[0].endsWith('期');
    if (closing && scene.edges[end] !== 1) continue;
    const from = leftEdge(scene, start, { max: 30, quotes: false });
    if (from >= 0 && start - from > 1 && properness(scene, from, start) > 0) {
      const name = text.slice(from, start);
      base = { name, line };
      const whole = closing ? end : start + 1;
      found.push(phase(from, whole, `${name}${m[1]}期`));
    } else if (base && base.line === line && from === start) {
      found.push(phase(start, closing ? end : start + 1, `${base.name}${m[1]}期`));
    }
  }
  return found;
}

/** X（一期）, X（二期）项目: the bracket is part of the name. */
function bracketed(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const m of text.matchAll(BRACKETED)) {
    const start = leftEdge(scene, m.index, { max: 30, quotes: false, brackets: false });
    if (start < 0 || m.index - start < 4 || !isNamed(scene, start, m.index)) continue;
    if (!scene.headEnd.has(m.index) && properness(scene, start, m.index) < 2) continue;
    const name = text.slice(start, m.index);
    const end = m.index + m[0].length;
    found.push({ ...phase(start, end, text.slice(start, end)), aliases: [`${name}${m[1]}`] });
  }
  return found;
}

function phase(start: number, end: number, name: string): Candidate {
  return { start, end, type: 'Project', name, priority: 65, nest: ['Project'], rule: 'project-phase' };
}

/** Names that open a paragraph and end in a head noun or phase, with a full stop after them. */
function openingProjects(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const m of text.matchAll(OPENING)) {
    const name = m[1] as string;
    const end = m.index + m[0].length - 1;
    const start = end - name.length;
    if (text[end] !== '。' || leftEdge(scene, end, { max: 30 }) > start) continue;
    const phased = /期$/.test(name);
    if (!phased && !scene.headEnd.has(end)) continue;
    if (!isNamed(scene, start, end)) continue;
    found.push({
      start,
      end,
      type: 'Project',
      name,
      priority: 54,
      nest: ['Project'],
      rule: 'project-opening',
    });
  }
  return found;
}

export const phaseRules: NameRule[] = [
  { name: 'phase', propose },
  { name: 'phase-bracket', propose: bracketed },
];
