/** Writes schema/extraction.schema.json, schema/README.md and cypher/constraints.cypher from the types: `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { assetPath } from '../src/assets.js';
import { constraintsFile } from './graph.js';
import { jsonSchema, referencePage } from './reference.js';

writeFileSync(assetPath('schema', 'extraction.schema.json'), jsonSchema());
writeFileSync(assetPath('schema', 'README.md'), referencePage());
writeFileSync(assetPath('cypher', 'constraints.cypher'), constraintsFile());
