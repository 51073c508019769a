// Runs a campaign by name: npm run campaign:lint -- --seed 1
import { createJiti } from 'jiti';

const [name] = process.argv.splice(2, 1);
const file = new URL(`../test/campaign/${name}.campaign.ts`, import.meta.url);
await createJiti(import.meta.url).import(file.href);
