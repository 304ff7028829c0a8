/** The built api once more, in a process of its own, on the database of a world: what holds across nodes is tried on both. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

export class SecondNode {
  private constructor(private readonly child: ChildProcess, readonly url: string) {}

  /** `settings` are further ones, as the environment has them. */
  static async start({ databaseUrl, publicUrl, mode, settings = {} }: { databaseUrl: string; publicUrl: string; mode: string; settings?: Readonly<Record<string, string>> }): Promise<SecondNode> {
    const port = await freePort();
    const child = spawn(process.execPath, [MAIN], { stdio: 'ignore', env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: String(port), PUBLIC_URL: publicUrl, DATABASE_URL: databaseUrl, PASSALONG_MODE: mode, ...settings } });
    const node = new SecondNode(child, `http://127.0.0.1:${port}`);
    for (const until = Date.now() + 20_000; Date.now() < until && child.exitCode === null;) {
      if (await fetch(`${node.url}/health/ready`).then((response) => response.ok, () => false)) return node;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await node.stop();
    throw new Error('The second node did not start.');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    await new Promise((resolve) => { this.child.once('exit', resolve); this.child.kill(); });
  }
}
