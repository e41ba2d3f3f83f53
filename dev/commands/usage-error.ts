/** Wrong arguments: the command says how it is used and ends with 2. */
export class UsageError extends Error {}
