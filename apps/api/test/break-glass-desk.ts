/** A world with an institution at which break-glass administrators are made, on the command line as everywhere. */
import { adminCommands } from '../src/commands/admin/admin.js';
import { breakGlassCommands } from '../src/commands/admin/break-glass.js';
import { type Answer, runCommand } from '../src/commands/run.js';
import { readApiId } from '../src/platform/ids/ids.js';
import { Visitor } from './break-glass-visitor.js';
import { World } from './world.js';

export const PUBLIC_URL = 'http://localhost:4000';

export class BreakGlassDesk {
  private constructor(readonly world: World, readonly env: Readonly<Record<string, string>>, readonly institutionId: string, readonly slug: string) {}

  static async create(): Promise<BreakGlassDesk> {
    let databaseUrl = '';
    const world = await World.create({}, async (config) => { ({ databaseUrl } = config); });
    const institutionId = await world.institution('Calderfold');
    const [row] = await world.rows<{ slug: string }>('select slug from institution where id = $1', [institutionId]);
    return new BreakGlassDesk(world, { DATABASE_URL: databaseUrl, PASSALONG_MODE: 'sandbox', PUBLIC_URL }, institutionId, row?.slug ?? '');
  }

  /** Where the server listens, under the name that it believes to have. */
  get origin(): string {
    return this.world.url.replace('127.0.0.1', 'localhost');
  }

  admin(...args: string[]): Promise<Answer> {
    return runCommand([...adminCommands, ...breakGlassCommands], ['admin', ...args], this.env);
  }

  visitor(): Visitor {
    return new Visitor(this.origin, PUBLIC_URL);
  }

  /** The key of the person, and the path of the link that the command prints. */
  async invited(name = 'Olive Okafor'): Promise<{ id: string; path: string }> {
    const { out, error } = await this.admin('break-glass', name, '--at', this.slug);
    const [, id = '', link = ''] = /(per_\w{26})[\s\S]*\n(\S+)$/.exec(out) ?? [];
    if (link === '') throw new Error(error);
    return { id: readApiId(id)?.key ?? '', path: new URL(link).pathname };
  }

  /** Ready to sign in. */
  async enrolled(): Promise<{ visitor: Visitor; id: string }> {
    const { id, path } = await this.invited();
    const visitor = this.visitor();
    const { status } = await visitor.enrol(path);
    if (status !== 200) throw new Error(`Not enrolled: ${status}`);
    await this.letTimePass(id);
    return { visitor, id };
  }

  /** As if half a minute had passed since the last code. */
  async letTimePass(id: string): Promise<void> {
    await this.world.rows('update break_glass_account set last_code_step = 0 where person_id = $1', [id]);
  }
}
