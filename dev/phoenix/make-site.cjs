/**
 * Makes a site folder from the real data of Apache Phoenix:
 *
 *   node dev/phoenix/make-site.cjs --data ../shared/data/phoenix --out .local/phoenix
 *
 * With `--release 5.2.1`, or another moment of its truth file, as the lines stood then.
 */
require('tsx/cjs');

const { parseArgs } = require('node:util');
const { resolve } = require('node:path');
const { writePhoenixSite } = require('./write-site.ts');

const text = { type: 'string' };
const { values } = parseArgs({ options: { data: text, out: text, release: text } });
if (!values.data || !values.out) {
  process.stderr.write('Say where the data is and where the site goes: --data DIR --out DIR\n');
  process.exit(2);
}
const { data, out, release } = values;
writePhoenixSite({ data: resolve(data), out: resolve(out), release });
process.stdout.write(`${resolve(out)}\n`);
