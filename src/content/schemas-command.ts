/** `npm run schemas`: writes the JSON Schemas of the data files for editors. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editorSchemas, schemaFolder } from './editor-schemas.ts';

await mkdir(schemaFolder, { recursive: true });
const files = [...editorSchemas()];
await Promise.all(files.map(([name, text]) => writeFile(join(schemaFolder, name), text)));
console.log(`${files.length} schemas written to ${schemaFolder}/`);
