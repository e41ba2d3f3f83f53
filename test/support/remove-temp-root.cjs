const { rmSync } = require('node:fs');

module.exports = () => {
  rmSync(globalThis.tempRoot, { recursive: true, force: true });
};
