import { parseArgs } from 'node:util';

import { bench } from './bench/bench';
import { invoke } from './commands/invoke';
import { serve } from './commands/serve';
import { UsageError } from './commands/usage-error';
import { SiteFileError } from './site-file/parse-document';

const USAGE = `
convoy serve --site DIR [--port N] [--store DIR] [--clean]
convoy invoke --site DIR --function NAME --payload JSON [--user ID] [--store DIR] [--stats FILE] [--repeat N] [--no-drain]
convoy bench [--only small|large|presence|release|screen] [--full]
`;

const OPTIONS = {
  site: { type: 'string' },
  port: { type: 'string' },
  store: { type: 'string' },
  clean: { type: 'boolean', default: false },
  function: { type: 'string' },
  payload: { type: 'string', default: '{}' },
  user: { type: 'string' },
  stats: { type: 'string' },
  repeat: { type: 'string', default: '1' },
  drain: { type: 'boolean', default: true },
  only: { type: 'string' },
  full: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArguments>['values'];

function readArguments(): { command: string; values: ReturnType<typeof parse>['values'] } {
  try {
    const { positionals, values } = parse();
    return { command: positionals.join(' '), values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const parse = () =>
  parseArgs({ allowPositionals: true, allowNegative: true, strict: true, options: OPTIONS });

async function run(): Promise<number> {
  const { command, values } = readArguments();
  switch (command) {
    case 'serve':
      return serve({
        site: required(values, 'site'),
        port: values.port === undefined ? undefined : wholeNumber(values.port, 'port', 0),
        store: values.store,
        clean: values.clean,
      });
    case 'invoke':
      return invoke({
        site: required(values, 'site'),
        functionKey: required(values, 'function'),
        payload: json(values.payload),
        user: values.user,
        store: values.store,
        stats: values.stats,
        repeat: wholeNumber(values.repeat, 'repeat', 1),
        drain: values.drain,
      });
    case 'bench':
      return bench({ only: values.only, isFull: values.full });
    default:
      throw new UsageError(
        command === '' ? 'Say what to do.' : `There is no command "${command}".`,
      );
  }
}

function required(values: Values, name: 'site' | 'function'): string {
  const value = values[name];
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
}

function wholeNumber(text: string, name: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new UsageError(`--${name} must be a whole number of at least ${least}, not "${text}".`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--payload is no JSON: ${error instanceof Error ? error.message : text}`);
  }
}

/** Wrong arguments and files end with 2 and say what is wrong; what nobody expects shows its stack. */
function explain(error: unknown): number {
  const isExpected = error instanceof UsageError || error instanceof SiteFileError;
  const usage = error instanceof UsageError ? USAGE : '';
  const text = error instanceof Error ? (isExpected ? error.message : error.stack) : String(error);
  process.stderr.write(`${text ?? ''}\n${usage}`);
  return 2;
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // What failed may have left servers and browsers running.
    process.exit(explain(error));
  },
);
