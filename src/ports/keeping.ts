/** Whether what somebody said was kept. A record has an end: when it is full, it stays as it was. */
export type Keeping = { status: 'kept' } | { status: 'too-large'; bytes: number; limit: number };
