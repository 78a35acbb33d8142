import { writeFileSync } from 'node:fs';

import { GENERATED_FILE, generateTypes } from './generate.mts';

writeFileSync(GENERATED_FILE, await generateTypes());
console.log(`wrote ${GENERATED_FILE}`);
