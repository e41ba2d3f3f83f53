import { view } from '@forge/bridge';
import { startScreen } from '../../shared/start-screen';
import { ReleasePage } from './release-page';

void startScreen(<ReleasePage />, () => view.theme.enable());
