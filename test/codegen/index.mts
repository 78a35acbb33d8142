import { writeFileSync } from 'node:fs';

import { generatedFiles } from './generate.mts';

for (const [file, content] of Object.entries(await generatedFiles())) {
  writeFileSync(file, content);
  console.log(`wrote ${file}`);
}
