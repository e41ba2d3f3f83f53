const { finding } = require('./findings.cjs');
const { DEPRECATED_RUNTIMES } = require('./deprecated-runtimes.cjs');

/** Forge's validators of manifest.yml: schema, handlers, resources, scopes of triggers, and the rest. */
async function checkManifest(load) {
  const { ProcessorBuilder, ValidationTypes } = load('@forge/manifest');
  const found = new Map();
  for (const type of Object.values(ValidationTypes)) {
    const processor = ProcessorBuilder.instance()
      .withValidation(type)
      .withOptions({ deprecatedRuntimes: DEPRECATED_RUNTIMES })
      .build();
    const { errors = [] } = await processor.process();
    errors.forEach(({ level, message, line = 0, column = 0 }) => {
      const text = `manifest.yml:${line}:${column} ${message}`;
      found.set(text, finding(level === 'warning' ? 'warning' : 'error', text));
    });
  }
  return [...found.values()];
}

module.exports = { checkManifest };
