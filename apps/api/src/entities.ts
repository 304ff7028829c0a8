/** All tables, room by room. */
import { EVIDENCE_ENTITIES } from './evidence/index.js';
import { IDENTITY_ENTITIES } from './identity/index.js';
import { LIBRARY_ENTITIES } from './library/index.js';
import { Setting } from './platform/database/setting.entity.js';
import { OutboxRow } from './platform/events/outbox.entity.js';

export const ENTITIES = [Setting, OutboxRow, ...IDENTITY_ENTITIES, ...LIBRARY_ENTITIES, ...EVIDENCE_ENTITIES];
