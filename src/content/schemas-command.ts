/** `npm run schemas`: writes the JSON Schemas of the data files for editors. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas, schemaFolder } from './editor-schemas.ts';

for (const [name, text] of editorSchemas()) writeFileSync(join(schemaFolder, name), text);
console.log(`Schemas written to ${schemaFolder}/`);
