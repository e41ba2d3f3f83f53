/** Forge's tools ask Atlassian for this list; offline it is the one of CHANGE-3209. */
const DEPRECATED_RUNTIMES = ['sandbox', 'nodejs18.x', 'nodejs20.x'];

module.exports = { DEPRECATED_RUNTIMES };
