/** What Neo4j and the embedded database answer otherwise, with the spelling that both answer alike. */

export interface Difference {
  /** The construct, as a reader would name it. */
  construct: string;
  /** Finds it in a query whose comments are gone and whose texts are blanked, but for numbers, dates and empty ones. */
  pattern?: RegExp;
  /** A query that shows it. */
  example: string;
  /** Its one value on either database, as JSON; `error` where it is refused. */
  neo4j: string;
  embedded: string;
  /** The query to write instead, and its value on both. */
  portable: string;
  same: string;
}

const TEXT = `(?:'[^']*'|"[^"]*")`;
const re = (source: string): RegExp => new RegExp(source.replaceAll('TEXT', TEXT), 'i');

/** Answered otherwise without an error. */
export const SILENT: readonly Difference[] = [
  {
    construct: '`toString` of a number with a fraction',
    pattern: re('\\btoString\\((?!\\s*(toInteger|date|size|length)\\b)(?!\\s*TEXT)'),
    example: 'RETURN toString(1.0)',
    neo4j: '"1.0"',
    embedded: '"1"',
    portable: 'RETURN toString(toInteger(1.0))',
    same: '"1"',
  },
  {
    construct: '`round` of a half below zero',
    pattern: re('\\bround\\('),
    example: 'RETURN round(-1.5)',
    neo4j: '-1',
    embedded: '-2',
    portable: 'RETURN floor(-1.5 + 0.5)',
    same: '-1',
  },
  {
    construct: '`toInteger` of a text with a fraction',
    pattern: re('\\btoInteger\\((?!\\s*(toFloat|floor|size)\\b)(?!\\s*-?[\\d.]+\\s*\\))'),
    example: 'RETURN toInteger("1.7")',
    neo4j: '1',
    embedded: 'null',
    portable: 'RETURN toInteger(toFloat("1.7"))',
    same: '1',
  },
  {
    construct: 'a text compared with a number',
    pattern: re('TEXT\\s*(=|<>)\\s*-?\\d|\\d\\s*(=|<>)\\s*TEXT'),
    example: 'RETURN "1" = 1',
    neo4j: 'false',
    embedded: 'true',
    portable: 'RETURN "1" = toString(toInteger(1))',
    same: 'true',
  },
  {
    construct: '`null IN` a list',
    pattern: re('\\bnull\\s+IN\\b|\\bIN\\s*\\[\\s*\\]'),
    example: 'RETURN null IN []',
    neo4j: 'false',
    embedded: 'null',
    portable: 'WITH null AS v RETURN v IS NOT NULL AND v IN [1]',
    same: 'false',
  },
  {
    construct: '`sum` over no rows',
    pattern: re('(?<!coalesce\\(\\s{0,9})\\bsum\\('),
    example: 'UNWIND [] AS x RETURN sum(x)',
    neo4j: '0',
    embedded: 'null',
    portable: 'UNWIND [] AS x RETURN coalesce(sum(x), 0)',
    same: '0',
  },
  {
    construct: 'a slice from or to the end by a negative place',
    pattern: re('\\[[^\\[\\]]*\\.\\.\\s*-|\\[\\s*-\\s*\\d+\\s*\\.\\.'),
    example: 'RETURN [1, 2, 3, 4][1..-1]',
    neo4j: '[2,3]',
    embedded: '[2,3,4]',
    portable: 'WITH [1, 2, 3, 4] AS l RETURN l[1..size(l) - 1]',
    same: '[2,3]',
  },
  {
    construct: '`UNWIND` of a value that is no list',
    pattern: re('\\bUNWIND\\s+(-?\\d|TEXT|true\\b|false\\b)'),
    example: 'UNWIND 5 AS x RETURN count(x)',
    neo4j: '1',
    embedded: '0',
    portable: 'UNWIND [5] AS x RETURN count(x)',
    same: '1',
  },
  {
    construct: '`split` by nothing',
    pattern: re(`\\bsplit\\([^,()]+,\\s*(''|"")\\s*\\)`),
    example: 'RETURN split("abc", "")',
    neo4j: '["a","b","c"]',
    embedded: '["","a","b","c",""]',
    portable: 'WITH "abc" AS s RETURN [i IN range(0, size(s) - 1) | substring(s, i, 1)]',
    same: '["a","b","c"]',
  },
  {
    construct: 'lists compared as a whole',
    pattern: re('\\]\\s*(=|<>|<=?|>=?)\\s*\\['),
    example: 'RETURN [1, null] = [1, 2]',
    neo4j: 'null',
    embedded: 'false',
    portable: 'WITH [1, null] AS a, [1, 2] AS b RETURN a[0] = b[0] AND a[1] = b[1]',
    same: 'null',
  },
  {
    construct: '`date` of a year or month alone',
    pattern: re(`\\bdate\\(\\s*['"]\\d{4}(-\\d\\d)?['"]\\s*\\)`),
    example: 'RETURN toString(date("2024-05"))',
    neo4j: '"2024-05-01"',
    embedded: 'null',
    portable: 'RETURN toString(date("2024-05" + "-01"))',
    same: '"2024-05-01"',
  },
  {
    construct: '`date` of a day that no calendar has',
    pattern: re(`\\bdate\\(\\s*['"]\\d{4}-(02-3\\d|(0[469]|11)-31|00|1[3-9]|\\d\\d-(00|3[2-9]))`),
    example: 'RETURN toString(date("2024-02-30"))',
    neo4j: 'error',
    embedded: 'null',
    portable: 'RETURN "2024-02-29" < "2024-03-01"',
    same: 'true',
  },
  {
    construct: 'the order of `keys` and `labels`',
    pattern: re('(?<!\\bIN\\s{1,9})(?<!\\bUNWIND\\s{1,9})(?<!size\\(\\s{0,9})\\b(keys|labels)\\('),
    example: 'RETURN keys({b: 1, a: 2, c: 3})',
    neo4j: 'any order',
    embedded: 'any order',
    portable: 'UNWIND keys({b: 1, a: 2, c: 3}) AS k WITH k ORDER BY k RETURN collect(k)',
    same: '["a","b","c"]',
  },
];

/** Refused by the embedded database with an error. */
export const REFUSED: readonly Difference[] = [
  {
    construct: 'label expressions',
    example: 'MATCH (n:River|Lake) RETURN count(n)',
    portable: 'MATCH (n) WHERE n:River OR n:Lake RETURN count(n)',
    same: '0',
  },
  {
    construct: '`COLLECT` of a subquery',
    example: 'RETURN COLLECT { UNWIND [1, 2] AS x RETURN x }',
    portable: 'UNWIND [1, 2] AS x RETURN collect(x)',
    same: '[1,2]',
  },
  {
    construct: '`round` to places',
    example: 'RETURN round(1.256, 2)',
    portable: 'RETURN floor(1.256 * 100 + 0.5) / 100.0',
    same: '1.26',
  },
  { construct: '`isEmpty`', example: 'RETURN isEmpty([])', portable: 'RETURN size([]) = 0', same: 'true' },
].map((row) => ({ ...row, neo4j: row.same, embedded: 'error' }));

/** Comments gone; texts blanked, but for empty ones and those of digits, points and dashes, which the patterns look at. */
function code(cypher: string): string {
  return cypher.replace(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/g,
    (part) => {
      if (part.startsWith('/')) return ' ';
      return part.startsWith('`') || !/^.[\d.-]*.$/s.test(part) ? `${part[0]}…${part[0]}` : part;
    },
  );
}

/** The constructs of a query that the two databases answer otherwise without an error. */
export function silentDifferences(cypher: string): Difference[] {
  const bare = code(cypher);
  return SILENT.filter(({ pattern }) => pattern?.test(bare));
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The page of the differences, as Markdown. */
export function portablePage(): string {
  const silent = SILENT.map(
    (d) =>
      `| ${d.construct} | \`${cell(d.example)}\` | ${d.neo4j} | ${d.embedded} | \`${cell(d.portable)}\` | ${d.same} |`,
  );
  const refused = REFUSED.map((d) => `| ${d.construct} | \`${cell(d.example)}\` | \`${cell(d.portable)}\` |`);
  return [
    '# Cypher that both databases answer alike',
    '<!-- Generated from schema/portable.ts by `npm run generate`. Do not edit. -->',
    'The saved questions keep to the right-hand spellings, and `govgraph query` warns where a query does not. Every row of both tables is tested on both databases.',
    '## Answered otherwise, without an error',
    [
      '| construct | example | Neo4j 5 | embedded | write instead | both |',
      '| --- | --- | --- | --- | --- | --- |',
      ...silent,
    ].join('\n'),
    'Three more concern writing, where the loader refuses what one of them would take: a missing key, a map or mixed list as a property, one id for two edges.',
    '## Refused by the embedded database',
    ['| construct | Neo4j 5 | write instead |', '| --- | --- | --- |', ...refused].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}
