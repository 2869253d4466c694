#!/usr/bin/env node
// The command’s start.
import { canRunSource } from './launch.js';

if (canRunSource()) {
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
}
