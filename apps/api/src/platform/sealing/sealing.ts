/** The one key that seals secrets in the database, so that a copy of the database gives none of them away. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../config/config.js';
import type { Database } from '../database/database.js';
import { keptSetting } from '../database/kept-setting.js';
import { Sealer } from './sealer.js';

const KEY_BYTES = 32;
const GENERATED = 'sealing_key';

type Settings = Pick<Config, 'sealingKey' | 'mode'>;

export class Sealing {
  private made: Promise<Sealer> | null = null;

  constructor(private readonly settings: Settings, private readonly database: Database) {}

  /** Whether there is a key, or one may be made. */
  get isPossible(): boolean {
    return isPossible(this.settings);
  }

  /**
   * The sealer with the key that the settings name. Outside production a key is made at the first need and kept in the table `setting`: enough
   * to try everything, and no protection from whoever has a copy of the database. Ask for it before a transaction begins.
   *
   * @throws where there is none, in words for the operator
   */
  async sealer(): Promise<Sealer> {
    this.made ??= this.make();
    return this.made.catch((error: unknown) => {
      this.made = null; // the file may be there next time
      throw error;
    });
  }

  private async make(): Promise<Sealer> {
    const { sealingKey } = this.settings;
    if (!this.isPossible) throw new Error('SEALING_KEY is not set, so no secret can be kept. See docs/SETTINGS.md.');
    return new Sealer(sealingKey === null ? Buffer.from(await keptSetting(this.database, GENERATED, () => randomBytes(KEY_BYTES).toString('base64')), 'base64') : await keyFrom(sealingKey));
  }
}

/** What `/health/ready` says. */
export function sealingWarnings(settings: Settings): readonly string[] {
  return isPossible(settings) ? [] : ['SEALING_KEY is not set; no sign-in service and no break-glass administrator can be added, and those that are there do not work.'];
}

const isPossible = ({ sealingKey, mode }: Settings): boolean => sealingKey !== null || mode !== 'production';

/** The setting is the key itself in base 64, or the file that holds it. */
async function keyFrom(setting: string): Promise<Buffer> {
  const isKey = (text: string): boolean => /^[A-Za-z0-9+/]{43}=$/.test(text);
  const text = isKey(setting) ? setting : (await readFile(setting, 'utf8').catch(() => '')).trim();
  if (!isKey(text)) throw new Error(`SEALING_KEY is neither ${KEY_BYTES} bytes in base 64 nor a file that holds them.`);
  return Buffer.from(text, 'base64');
}
