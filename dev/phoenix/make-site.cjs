/**
 * Makes a site folder from the real data of Apache Phoenix:
 *
 *   node dev/phoenix/make-site.cjs --data ../shared/data/phoenix --out .local/phoenix
 */
require('tsx/cjs');

const { parseArgs } = require('node:util');
const { resolve } = require('node:path');
const { writePhoenixSite } = require('./write-site.ts');

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (!values.data || !values.out) {
  process.stderr.write('Say where the data is and where the site goes: --data DIR --out DIR\n');
  process.exit(2);
}
writePhoenixSite({ data: resolve(values.data), out: resolve(values.out) });
process.stdout.write(`${resolve(values.out)}\n`);
