import { view } from '@forge/bridge';
import { startScreen } from '../../shared/start-screen';
import { openHistory } from './api';
import { ReleasePage } from './release-page';

async function start(): Promise<void> {
  const history = await openHistory();
  await startScreen(<ReleasePage history={history} />, () => view.theme.enable());
}

void start();
