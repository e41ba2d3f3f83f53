/** What Forge's tools say, in one shape: `{ level: 'error' | 'warning', text }`. */
const finding = (level, text) => ({ level, text });

const isError = ({ level }) => level === 'error';

function printFindings(title, findings) {
  const errors = findings.filter(isError).length;
  console.log(`${errors === 0 ? 'ok' : 'FAILED'}  ${title}`);
  findings.forEach(({ level, text }) => console.log(`    ${level}: ${text}`));
  return errors;
}

module.exports = { finding, printFindings };
