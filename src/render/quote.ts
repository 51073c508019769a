/** Among the escapes of the languages rendered to; commands on a node need it too. */
export { quoteSh } from '../model/quote-sh.js';
