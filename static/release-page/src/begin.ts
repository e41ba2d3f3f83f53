import { view } from '@forge/bridge';
import { createQueryClient } from '../../shared/query-client';
import { openHistory } from './api';
import { askFirst } from './ask-first';

/** Runs before the code of the screen, which need not be there to ask. */
export const client = createQueryClient();
export const opening = openHistory();
export const themed = Promise.allSettled([view.theme.enable()]);

void askFirst(client, opening);
