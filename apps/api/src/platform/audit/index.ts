/** The audit record: what rooms and commands use of it. */
export { anchor, type Anchors, readAnchors } from './anchors.js';
export { AUDIT_ENTITIES } from './audit.entity.js';
export type { Broken } from './chain-walk.js';
export { closeChains, type Closing } from './checkpoints.js';
export { COMMONS_CHAIN, instantSql as auditInstantSql } from './entry-hash.js';
export { AuditKeeper } from './keeper.js';
export { prune, type Pruning } from './prune.js';
export { type AuditFacts, record as recordAudit } from './record.js';
export { SigningKeys } from './signing-keys.js';
export { type ChainReport, type Evidence, verifyChains } from './verify.js';
