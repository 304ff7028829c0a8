/** All settings, read in one place; the only file that reads the environment. The table in docs/SETTINGS.md is SETTINGS as Markdown. */
import { OPERATOR_STATEMENT_NAMES, OPERATOR_STATEMENTS, operatorSetting, type OperatorWords } from '@passalong/domain';
import { FILES_SETTINGS, type FilesConfig, readFiles } from './files.js';
import { RATE_LIMIT_SETTINGS, type RateLimits, readRateLimits } from './rate-limits.js';
import { readTrustedProxies, type TrustedProxies } from './trusted-proxies.js';

export const MODES = ['demo', 'sandbox', 'production'] as const;
export type Mode = (typeof MODES)[number];

export interface Config {
  readonly mode: Mode;
  readonly port: number;
  /** The address people and partners use, without a closing slash. */
  readonly publicUrl: string;
  /** Connection string of the application role, which owns nothing. */
  readonly databaseUrl: string;
  /** Connection string of the owner role, which migrates; absent in a process that only serves. */
  readonly databaseOwnerUrl: string | null;
  /** Folder of the built web, with `client/` and `server/`. */
  readonly webFolder: string;
  readonly logLevel: string;
  /** What the operator states on the legal pages; absent ones are shown as open. */
  readonly operator: OperatorWords;
  readonly audit: AuditConfig;
  readonly trustedProxies: TrustedProxies;
  readonly rateLimits: RateLimits;
  readonly files: FilesConfig;
  /** 32 bytes in base 64, or the file that holds them. */
  readonly sealingKey: string | null;
}

export interface AuditConfig {
  /** PEM, or the file that holds it. */
  readonly signingKey: string | null;
  /** Public keys that signed before, each as PEM or as a file. */
  readonly formerKeys: readonly string[];
  readonly anchorFolder: string | null;
}

export interface Setting { readonly name: string; readonly meaning: string; readonly default: string }

export const SETTINGS: readonly Setting[] = [
  { name: 'DATABASE_URL', meaning: 'PostgreSQL 15 or newer, application role', default: 'the embedded PostgreSQL of `npm start`' },
  { name: 'DATABASE_OWNER_URL', meaning: 'the same database, owner role; used by migrations only', default: 'the embedded PostgreSQL of `npm start`' },
  { name: 'PASSALONG_MODE', meaning: '`demo`, `sandbox` or `production`; required once `DATABASE_URL` or `PUBLIC_URL` is set', default: '`demo`' },
  { name: 'PUBLIC_URL', meaning: 'the address people use; sign-in needs https, or plain http on this machine itself', default: '`http://localhost:PORT`' },
  { name: 'PORT', meaning: 'the port to serve on', default: '`4000`' },
  { name: 'LOG_LEVEL', meaning: '`fatal`, `error`, `warn`, `info`, `debug` or `silent`', default: '`info`' },
  { name: 'PASSALONG_WEB_FOLDER', meaning: 'the folder of the built web, with `client/` and `server/`', default: '`apps/web/dist`' },
  { name: 'AUDIT_SIGNING_KEY', meaning: 'the private Ed25519 key that signs checkpoints and anchors of the audit record: PEM, or a file with it', default: 'none in production; otherwise one that is made and kept in the database' },
  { name: 'AUDIT_FORMER_KEYS', meaning: 'public keys that signed before, separated by commas: PEM, or files with it', default: 'none' },
  { name: 'AUDIT_ANCHOR_FOLDER', meaning: 'a folder outside the database, best on another machine, for the anchors of the audit record; it must exist', default: '`audit` beside the embedded PostgreSQL; otherwise none' },
  { name: 'TRUSTED_PROXIES', meaning: 'the proxies that may say for whom they ask (X-Forwarded-For): addresses and ranges such as `10.0.0.0/8`, separated by commas, or how many stand in a row', default: 'none: the address that connects counts' },
  ...RATE_LIMIT_SETTINGS,
  ...FILES_SETTINGS,
  { name: 'SEALING_KEY', meaning: 'seals the secrets of sign-in services and of break-glass administrators in the database: 32 bytes in base 64, or a file with them', default: 'none in production; otherwise one that is made and kept in the database' },
  ...OPERATOR_STATEMENT_NAMES.map((statement) => ({ name: operatorSetting(statement), meaning: OPERATOR_STATEMENTS[statement], default: 'open' })),
];

export type ReadConfig = { ok: true; config: Config } | { ok: false; problems: readonly string[] };

/** Reads every setting and reports every problem at once. Pure: `defaults` carries what depends on the machine. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, defaults: { webFolder: string }): ReadConfig {
  const problems: string[] = [];
  const port = Number(env['PORT'] ?? '4000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push(`PORT must be a port number, not "${env['PORT'] ?? ''}".`);
  const databaseUrl = env['DATABASE_URL'] ?? '';
  if (databaseUrl === '') problems.push('DATABASE_URL is not set. npm start sets it to the embedded PostgreSQL; otherwise give postgres://user:password@host:5432/database.');
  const mode = env['PASSALONG_MODE'] ?? '';
  if (!isMode(mode)) problems.push('PASSALONG_MODE must be demo, sandbox or production. It has no default once DATABASE_URL or PUBLIC_URL is set.');
  const publicUrl = (env['PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, '');
  if (!URL.canParse(publicUrl)) problems.push(`PUBLIC_URL must be an address such as https://passalong.example, not "${publicUrl}".`);
  const proxies = readTrustedProxies(env['TRUSTED_PROXIES'] ?? '');
  if (!proxies.ok) problems.push(proxies.problem);
  const rateLimits = readRateLimits(env, isMode(mode) ? mode : 'production', problems);
  const files = readFiles(env, problems);
  if (problems.length > 0 || !isMode(mode) || !proxies.ok) return { ok: false, problems };
  const operator: OperatorWords = Object.fromEntries(OPERATOR_STATEMENT_NAMES.flatMap((statement) => {
    const words = env[operatorSetting(statement)]?.trim() ?? '';
    return words === '' ? [] : [[statement, words]];
  }));
  return {
    ok: true,
    config: {
      mode, port, publicUrl, databaseUrl, operator, rateLimits, files, trustedProxies: proxies.proxies,
      databaseOwnerUrl: env['DATABASE_OWNER_URL'] ?? null,
      webFolder: env['PASSALONG_WEB_FOLDER'] ?? defaults.webFolder,
      logLevel: env['LOG_LEVEL'] ?? 'info',
      sealingKey: given(env['SEALING_KEY']),
      audit: {
        signingKey: given(env['AUDIT_SIGNING_KEY']), anchorFolder: given(env['AUDIT_ANCHOR_FOLDER']),
        formerKeys: (env['AUDIT_FORMER_KEYS'] ?? '').split(',').map((key) => key.trim()).filter((key) => key !== ''),
      },
    },
  };
}

function given(value: string | undefined): string | null {
  return value === undefined || value.trim() === '' ? null : value.trim();
}

function isMode(value: string): value is Mode {
  return (MODES as readonly string[]).includes(value);
}
