/** Neo4j's own linter over the saved questions: node .ci/cypher-lint.mjs FOLDER, where its package is installed. */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FIRST_QUERIES } from '../dist/schema/style.js';
import { questionParams, readQuestions } from '../dist/src/store/questions.js';

const [folder = '.'] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(resolve(folder), 'x.js')));
const { lintCypherQuery } = require('@neo4j-cypher/language-support');
const queries = [
  ...readQuestions().map((q) => ({ name: q.name, cypher: q.cypher, parameters: questionParams(q, {}) })),
  ...FIRST_QUERIES.map(([name, cypher]) => ({ name, cypher, parameters: {} })),
];
const errors = queries.flatMap(({ name, cypher, parameters }) =>
  lintCypherQuery(cypher, { parameters, defaultLanguage: 'CYPHER 5' })
    .diagnostics.filter((d) => d.severity === 1)
    .map((d) => `${name}:${d.range.start.line + 1}: ${d.message}`),
);
// A linter that finds nothing anywhere is no linter.
if (lintCypherQuery('MATCH (n RETURN n', {}).diagnostics.length === 0) errors.push('the linter does not run');
console.log(errors.length > 0 ? errors.join('\n') : `${queries.length} queries pass Neo4j's linter`);
process.exitCode = errors.length > 0 ? 1 : 0;
