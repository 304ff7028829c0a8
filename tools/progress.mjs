// Prints one line for each slow step, with the seconds it took, such as `[2/5] Building… 14.2 s`.
// @ts-check

/**
 * @typedef {object} Progress
 * @property {(label: string, work: () => Promise<any> | any) => Promise<any>} step
 */

/**
 * @param {number} total how many steps there will be
 * @param {NodeJS.WriteStream} [out]
 * @returns {Progress}
 */
export function createProgress(total, out = process.stdout) {
  let number = 0;
  return {
    async step(label, work) {
      const head = `[${++number}/${total}] ${label}…`;
      const started = Date.now();
      const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
      out.write(out.isTTY ? head : `${head}\n`);
      // A terminal shows the seconds running; a log gets a sign of life every fifteen seconds.
      const timer = setInterval(
        () => out.write(out.isTTY ? `\r${head} ${seconds()}` : `${head} still working, ${seconds()}\n`),
        out.isTTY ? 500 : 15_000,
      );
      let end = seconds;
      try {
        return await work();
      } catch (error) {
        end = () => `failed after ${seconds()}`;
        throw error;
      } finally {
        clearInterval(timer);
        out.write(`${out.isTTY ? '\r' : ''}${head} ${end()}\n`);
      }
    },
  };
}
