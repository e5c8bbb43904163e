/** Writes schema/extraction.schema.json and schema/README.md from the zod types: `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { assetPath } from '../src/assets.js';
import { jsonSchema, referencePage } from './reference.js';

writeFileSync(assetPath('schema', 'extraction.schema.json'), jsonSchema());
writeFileSync(assetPath('schema', 'README.md'), referencePage());
