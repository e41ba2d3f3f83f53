import { screenConfig } from '../shared/screen.config.mts';

export default screenConfig(import.meta.dirname);
