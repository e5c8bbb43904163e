/** Full text: names, aliases and sentences that hold some words, exactly, whatever their length and script. */
import { GovGraphError } from '../errors.js';
import type { GraphStore } from './store.js';

export interface Hit {
  kind: 'name' | 'alias' | 'sentence';
  /** The name, alias or sentence. */
  text: string;
  /** Of a name or alias: type and id of the thing; of a sentence: title of its report and its id. */
  of: string;
  id: string;
}

const NAMES =
  'MATCH (e:Entity) WHERE e.name CONTAINS $words OR any(a IN e.aliases WHERE a CONTAINS $words) ' +
  'RETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases ORDER BY size(e.name), name, id';
const SENTENCES =
  'MATCH (s:Sentence), (r:Report {id: s.report}) WHERE s.text CONTAINS $words ' +
  'RETURN s.id AS id, s.text AS text, r.title AS title ORDER BY title, s.report, s.start, id LIMIT $limit';

/**
 * Looks for words in the graph. Names come first, the shortest ahead, then aliases, then sentences in their order.
 * Both databases compare character by character: no index for Chinese finds single characters, or numbers with units.
 * @param words one character or more; all of it must stand in the text as it is
 * @param limit hits at most
 * @throws GovGraphError SEARCH_EMPTY
 */
export async function searchGraph(store: GraphStore, words: string, limit = 50): Promise<Hit[]> {
  if (words === '') throw new GovGraphError('SEARCH_EMPTY', 'there is nothing to look for');
  const { rows } = await store.query(NAMES, { words });
  const names = rows.flatMap(({ id, name, type, aliases }): Hit[] => {
    const of = { of: String(type), id: String(id) };
    if (String(name).includes(words)) return [{ kind: 'name', text: String(name), ...of }];
    const alias = (aliases as string[]).find((text) => text.includes(words)) as string;
    return [{ kind: 'alias', text: `${alias} = ${name}`, ...of }];
  });
  const own = names.filter((hit) => hit.kind === 'name');
  const others = names.filter((hit) => hit.kind === 'alias');
  const hits = [...own, ...others].slice(0, limit);
  if (hits.length === limit) return hits;
  const sentences = await store.query(SENTENCES, { words, limit: limit - hits.length });
  for (const { id, text, title } of sentences.rows) {
    hits.push({ kind: 'sentence', text: String(text), of: String(title), id: String(id) });
  }
  return hits;
}
