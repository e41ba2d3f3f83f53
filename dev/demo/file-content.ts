import { basename, extname } from 'node:path';

type Words = {
  /** What a new file holds; a unit is put before `end`. */
  start: (name: string, title: string) => string;
  unit: (name: string, title: string) => string;
  end: string;
};

const JAVA: Words = {
  start: (name, title) =>
    `package com.acme.payments;\n\n/** ${title}. */\npublic class ${name} {\n`,
  unit: (name, title) =>
    `\n  /** ${title}. */\n  Result ${name}(Request request) {\n    return rules.apply("${name}", request);\n  }\n`,
  end: '}\n',
};
const PYTHON: Words = {
  start: (name, title) =>
    `"""${title}."""\n\nimport logging\n\nlog = logging.getLogger("${name}")\n`,
  unit: (name, title) =>
    `\n\ndef ${name}(run):\n    """${title}."""\n    log.info("${name}", extra=run.labels)\n    return run.step("${name}")\n`,
  end: '',
};
const TYPESCRIPT: Words = {
  start: (name, title) => `/** ${title}. */\nexport class ${name} {\n`,
  unit: (name, title) =>
    `\n  /** ${title}. */\n  ${name}(): void {\n    this.store.dispatch('${name}');\n  }\n`,
  end: '}\n',
};
const SQL: Words = {
  start: (name, title) =>
    `-- ${title}\nCREATE TABLE IF NOT EXISTS ${name} (\n  id BIGINT PRIMARY KEY\n);\n`,
  unit: (name, title) => `\n-- ${title}\nALTER TABLE ledger_entry ADD COLUMN ${name} TEXT;\n`,
  end: '',
};
const PAIRS: Words = {
  start: (name, title) => `# ${title}\nname: ${name}\n`,
  unit: (name) => `${name}: true\n`,
  end: '',
};
/** NUL bytes make it binary for git, as the model of a Mendix app is. */
const MENDIX: Words = {
  start: (name, title) => `SQLite format 3\0\0${name}\0${title}\0\n`,
  unit: (name, title) => `\0unit\0${name}\0${title}\0\n`,
  end: '',
};
const KOTLIN: Words = {
  start: (name, title) => `package com.acme.notifications\n\n/** ${title}. */\nclass ${name} {\n`,
  unit: (name, title) =>
    `\n  /** ${title}. */\n  fun ${name}(message: Message) = rules.apply("${name}", message)\n`,
  end: '}\n',
};
const JSON_OBJECT: Words = {
  start: (name) => `{\n  "name": "${name}"\n`,
  unit: (name) => `  ,"${name}": true\n`,
  end: '}\n',
};
const TEXT: Words = {
  start: (name, title) => `${name}\n\n${title}.\n`,
  unit: (_name, title) => `\n${title}.\n`,
  end: '',
};
const WORDS: Readonly<Record<string, Words>> = {
  '.java': JAVA,
  '.kt': KOTLIN,
  '.json': JSON_OBJECT,
  '.py': PYTHON,
  '.ts': TYPESCRIPT,
  '.sql': SQL,
  '.yml': PAIRS,
  '.yaml': PAIRS,
  '.properties': PAIRS,
  '.mpr': MENDIX,
};

const wordsFor = (path: string): Words => WORDS[extname(path)] ?? TEXT;

/** A new file of the kind that its name tells. */
export function newFile(path: string, title: string): string {
  const { start, end } = wordsFor(path);
  const name = basename(path).replace(/\..*$/, '').replace(/\W/g, '_');
  return start(name, plain(title)) + end;
}

/** What a change adds to such a file: a method, a step, a column. */
export const newUnit = (path: string, title: string): string =>
  wordsFor(path).unit(identifier(title), plain(title));

/** Puts a unit at the end of a file, inside of what encloses it. */
export function withUnit(path: string, content: string, unit: string): string {
  const { end } = wordsFor(path);
  return content.slice(0, content.length - end.length) + unit + end;
}

/** A title as it may stand in a comment. */
const plain = (title: string): string => title.replace(/[<>"*]/g, '').replace(/\.$/, '');

function identifier(title: string): string {
  const words = title.replace(/\b[A-Za-z]+-\d+\b/g, '').match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : (word[0] ?? '').toUpperCase() + word.slice(1),
    )
    .join('');
}
