/** All tables, room by room. */
import { EVIDENCE_ENTITIES } from './evidence/index.js';
import { IDENTITY_ENTITIES } from './identity/index.js';
import { LIBRARY_ENTITIES } from './library/index.js';
import { AUDIT_ENTITIES } from './platform/audit/index.js';
import { Setting } from './platform/database/setting.entity.js';
import { OutboxRow } from './platform/events/outbox.entity.js';
import { RateBucket } from './platform/rate-limits/rate-bucket.entity.js';

export const ENTITIES = [Setting, OutboxRow, RateBucket, ...AUDIT_ENTITIES, ...IDENTITY_ENTITIES, ...LIBRARY_ENTITIES, ...EVIDENCE_ENTITIES];
