/** All tables, room by room. */
import { IDENTITY_ENTITIES } from './identity/index.js';
import { LIBRARY_ENTITIES } from './library/index.js';
import { Setting } from './platform/database/setting.entity.js';

export const ENTITIES = [Setting, ...IDENTITY_ENTITIES, ...LIBRARY_ENTITIES];
