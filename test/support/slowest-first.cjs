const { default: Sequencer } = require('@jest/test-sequencer');

/** Takes half a minute and more. A run that began one of them last would wait for it with one core idle. */
const SLOW = [
  /integration.no-false-safe/,
  /dev.phoenix/,
  /integration.(?:kill|lost-pages|slices|gitlab-limits|both-hosts|rereading)/,
  /domain.presence.(?:real-data|needles|git-histories)/,
  /dev.demo/,
];

const rankOf = ({ path }) => {
  const rank = SLOW.findIndex((pattern) => pattern.test(path));
  return rank < 0 ? SLOW.length : rank;
};

/** The slow files first, the others as jest would have them. */
module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
};
