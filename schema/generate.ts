/** Writes schema/extraction.schema.json, schema/README.md cypher/constraints.cypher, cypher/PORTABLE.md and cypher/style.grass from the types: `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { assetPath } from '../src/assets.js';
import { constraintsFile } from './graph.js';
import { portablePage } from './portable.js';
import { jsonSchema, referencePage } from './reference.js';
import { styleFile } from './style.js';

writeFileSync(assetPath('schema', 'extraction.schema.json'), jsonSchema());
writeFileSync(assetPath('schema', 'README.md'), referencePage());
writeFileSync(assetPath('cypher', 'constraints.cypher'), constraintsFile());
writeFileSync(assetPath('cypher', 'PORTABLE.md'), portablePage());
writeFileSync(assetPath('cypher', 'style.grass'), styleFile());
